import { byId, make, reconcile, time } from './elements.js';
import { lastOf, world } from './world.js';

const kinds = { Group: 'group', Supergroup: 'supergroup', Channel: 'channel' };

const states = {
  NeverStarted: 'has not started the bot', Blocked: 'has blocked the bot', Deactivated: 'deleted account', Kicked: 'the bot was removed',
  Left: 'the bot has left', Restricted: 'the bot may not write here', Migrated: 'became a supergroup', Deleted: 'deleted',
};

// The list at the left: people first, then what they share.
export function renderChats(chosen, choose) {
  const chats = [...world.chats.values()].filter(chat => chat.standing !== 'Deleted').sort((one, other) => rank(one) - rank(other));
  const hadFocus = byId('chat-list').contains(document.activeElement);
  reconcile(byId('chat-list'), chats.map(chat => [
    JSON.stringify([chat, chat.id === chosen, lastOf(chat.id)?.text, world.unread.get(chat.id)]),
    () => make('li', {}, entry(chat, chat.id === chosen, choose)),
  ]));
  if (hadFocus && !byId('chat-list').contains(document.activeElement)) byId('chat-list').querySelector('[aria-current=true]')?.focus();
}

export function describe(chat) {
  const state = states[chat.standing];
  if (chat.kind === 'Private') return state ?? 'with the bot';
  const kind = chat.isForum ? 'forum' : kinds[chat.kind];
  const members = `${chat.members.length + 1} members`;
  return state ? `${kind}, ${state}` : `${kind}, ${members}`;
}

const rank = chat => (chat.kind === 'Private' ? 0 : 1e15) + Math.abs(chat.id);

function entry(chat, isChosen, choose) {
  const last = lastOf(chat.id);
  const unread = world.unread.get(chat.id) ?? 0;
  const isAdmin = chat.kind === 'Private' && world.people.get(chat.id)?.isAdmin;
  return make('button', {
    type: 'button', class: 'chat', 'aria-current': isChosen ? 'true' : 'false',
    'data-testid': 'chat', 'data-chat-id': chat.id, onclick: () => choose(chat.id),
  },
  make('span', { class: `face hue${Math.abs(chat.id) % 6}`, 'aria-hidden': 'true' }, [...chat.title][0] ?? '?'),
  make('span', { class: 'name' }, chat.title, isAdmin ? make('span', { class: 'badge', 'data-testid': 'admin-badge' }, 'admin') : null),
  make('span', { class: 'at' }, last ? time(last.sentAt) : ''),
  make('span', { class: 'last' }, last?.text || describe(chat)),
  unread ? make('span', { class: 'unread', 'aria-label': `${unread} new` }, String(unread)) : null);
}
