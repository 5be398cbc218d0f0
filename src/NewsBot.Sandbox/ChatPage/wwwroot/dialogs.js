import { addChat, addPerson, publishNext } from './control.js';
import { attempt, byId, toast } from './elements.js';
import { world } from './world.js';

// The buttons around the conversation: new people, new groups, the next page of the sample news.
export function startDialogs(choose) {
  whenAdded('person', async fields => {
    const person = await addPerson({ name: fields.get('name'), languageCode: fields.get('languageCode') });
    choose(person.id);
  });
  whenAdded('group', async fields => {
    const isForum = fields.get('kind') === 'Forum';
    const [owner, ...others] = world.people.keys();
    const chat = await addChat({ title: fields.get('title'), kind: isForum ? 'Supergroup' : fields.get('kind'), isForum, admins: [owner], members: others });
    choose(chat.id);
  });
  byId('publish-next').addEventListener('click', attempt(publish));
}

function whenAdded(name, add) {
  const dialog = byId(`${name}-dialog`);
  const form = dialog.querySelector('form');
  byId(`add-${name}`).addEventListener('click', () => { form.reset(); dialog.returnValue = ''; dialog.showModal(); });
  dialog.addEventListener('close', attempt(async () => {
    if (dialog.returnValue === 'add') await add(new FormData(form));
  }));
}

async function publish() {
  try {
    const page = await publishNext();
    toast(page?.title ? `Published: ${page.title}` : 'There is nothing left to publish.');
  } catch (failure) {
    if (failure.status !== 404) throw failure;
    toast('The sample news has no page to publish here.');
  }
}
