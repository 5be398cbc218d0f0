using NewsBot.Sandbox.Control;

namespace NewsBot.Sandbox.Chats;

/// <summary>Finds and adds people and chats. Used under <see cref="SandboxWorld.Gate"/>.</summary>
internal sealed class Directory(SandboxWorld world, Announcements announcements)
{
    private const long FirstGroupId = -2001;
    private const long FirstSupergroupId = -1_002_000_000_001;

    private long lastPersonId = 1000;
    private long nextGroupId = FirstGroupId;
    private long nextSupergroupId = FirstSupergroupId;

    public Person Person(long id) => world.People.GetValueOrDefault(id) ?? throw ControlException.NotFound("person");

    public SandboxChat Chat(long id) => world.Chats.GetValueOrDefault(id) ?? throw ControlException.NotFound("chat");

    public SandboxChat PrivateChat(long id) => Chat(id) is { Kind: ChatKind.Private } chat ? chat : throw ControlException.Refused("Only a private chat can do that.");

    public SandboxChat SharedChat(long id) => Chat(id) is { Kind: not ChatKind.Private } chat ? chat : throw ControlException.Refused("A private chat cannot do that.");

    /// <summary>Olena, Ben and their group, as if they had met the bot before.</summary>
    public void AddDemoPeople()
    {
        var olena = Add(new NewPerson("Olena", "uk", true, world.Options.AdminId));
        var ben = Add(new NewPerson("Ben", Id: 1002));
        var group = new SandboxChat(nextGroupId--, ChatKind.Group, "Newsroom");
        group.Members[olena.Id] = MemberRole.Owner;
        group.Members[ben.Id] = MemberRole.Member;
        Insert(group);
    }

    public Person Add(NewPerson request)
    {
        if (string.IsNullOrWhiteSpace(request.Name))
        {
            throw ControlException.Refused("A person needs a name.");
        }
        var id = request.Id ?? NextPersonId();
        if (id <= 0 || world.People.ContainsKey(id))
        {
            throw ControlException.Refused("A person's id is positive and theirs alone.");
        }
        var person = new Person(id, request.Name.Trim(), request.LanguageCode, request.IsAdmin);
        world.People[id] = person;
        world.Events.Publish(new SandboxEvent { Type = SandboxEvent.PersonAdded, Person = person });
        Insert(new SandboxChat(id, ChatKind.Private, person.Name) { Standing = request.HasStarted ? BotStanding.Active : BotStanding.NeverStarted });
        return person;
    }

    public SandboxChat Add(NewChat request)
    {
        if (request.Kind == ChatKind.Private || string.IsNullOrWhiteSpace(request.Title))
        {
            throw ControlException.Refused("A group or a channel with a title can be added; a private chat comes with its person.");
        }
        var id = request.Kind == ChatKind.Group ? nextGroupId-- : nextSupergroupId--;
        var isAdministrator = request.IsBotAdministrator ?? request.Kind == ChatKind.Channel;
        var chat = new SandboxChat(id, request.Kind, request.Title.Trim())
        {
            IsForum = request is { IsForum: true, Kind: ChatKind.Supergroup },
            IsBotAdministrator = isAdministrator,
            Standing = request.Kind == ChatKind.Channel && !isAdministrator ? BotStanding.Restricted : BotStanding.Active,
        };
        AddMembers(chat, request);
        Insert(chat);
        announcements.BotAdded(chat, OwnerOf(chat));
        return chat;
    }

    /// <summary>The supergroup a basic group becomes: the same people, a new id, a counter of its own.</summary>
    public SandboxChat AddSuccessor(SandboxChat group)
    {
        var successor = new SandboxChat(nextSupergroupId--, ChatKind.Supergroup, group.Title) { IsBotAdministrator = group.IsBotAdministrator };
        foreach (var (person, role) in group.Members)
        {
            successor.Members[person] = role;
        }
        Insert(successor);
        return successor;
    }

    /// <summary>The owner, or whoever is there; a private chat's person.</summary>
    public Person OwnerOf(SandboxChat chat)
    {
        var id = chat.Kind == ChatKind.Private ? chat.Id : chat.Members.OrderByDescending(member => member.Value).Select(member => member.Key).FirstOrDefault();
        return world.People.GetValueOrDefault(id) ?? world.People.Values.FirstOrDefault() ?? throw ControlException.NotFound("person");
    }

    private void AddMembers(SandboxChat chat, NewChat request)
    {
        foreach (var (place, id) in (request.Admins ?? []).Index())
        {
            chat.Members[Person(id).Id] = place == 0 ? MemberRole.Owner : MemberRole.Administrator;
        }
        foreach (var id in request.Members ?? [])
        {
            chat.Members.TryAdd(Person(id).Id, MemberRole.Member);
        }
    }

    private void Insert(SandboxChat chat)
    {
        world.Chats[chat.Id] = chat;
        world.Changed(chat);
    }

    private long NextPersonId()
    {
        do
        {
            lastPersonId++;
        }
        while (world.People.ContainsKey(lastPersonId));
        return lastPersonId;
    }
}
