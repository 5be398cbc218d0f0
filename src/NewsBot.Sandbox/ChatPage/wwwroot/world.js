import { getMessages, getWorld } from './control.js';

// What the page knows, kept up to date by the Sandbox's events.
export const world = { people: new Map(), chats: new Map(), messages: new Map(), unread: new Map(), bot: null };

export async function load() {
  const view = await getWorld();
  world.bot = view.bot;
  for (const person of view.people) world.people.set(person.id, person);
  for (const chat of view.chats) world.chats.set(chat.id, chat);
  await Promise.all(view.chats.map(async chat => keep(chat.id, await getMessages(chat.id))));
  return view.lastEventId;
}

export const messagesOf = chat => world.messages.get(chat) ?? new Map();

export const lastOf = chat => [...messagesOf(chat).values()].at(-1);

// EventSource asks again by itself, with the id of the last event it saw.
export function follow(after, happened) {
  const events = new EventSource(`/sandbox/events?after=${after}`);
  events.onmessage = item => {
    const event = JSON.parse(item.data);
    apply(event);
    happened(event);
  };
  return events;
}

function keep(chat, messages) {
  const all = messagesOf(chat);
  for (const message of messages) all.set(message.messageId, message);
  world.messages.set(chat, all);
}

function apply(event) {
  if (event.type === 'posted' || event.type === 'edited') keep(event.chatId, [event.message]);
  if (event.type === 'deleted') messagesOf(event.chatId).delete(event.messageId);
  if (event.type === 'chat') world.chats.set(event.chatId, event.chat);
  if (event.type === 'person') world.people.set(event.person.id, event.person);
}
