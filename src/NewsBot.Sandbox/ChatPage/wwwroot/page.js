import { renderChats, describe } from './chats.js';
import { loadCommands, putText, setHint, startComposer } from './composer.js';
import { block, openThread, press, sendText, unblock } from './control.js';
import { startDialogs } from './dialogs.js';
import { alertBox, attempt, byId, make, reconcile, toast } from './elements.js';
import { renderMessages } from './messages.js';
import { follow, load, world } from './world.js';

const closed = { Blocked: 'You have blocked the bot', Deactivated: 'This account is deleted', Migrated: 'The group has moved', Deleted: 'The chat is deleted' };

// What is on the screen: a chat, the person who looks at it, a thread of it.
const view = { chat: null, person: null, thread: null, isFresh: false };
const presses = new Set();
let typing;

const send = attempt(text => sendText({ chatId: view.chat.id, personId: view.person.id, text, threadId: view.thread ?? undefined }));

const sendFile = attempt(file => sendText({ chatId: view.chat.id, personId: view.person.id, text: '', threadId: view.thread ?? undefined, file }));

const acts = {
  type: text => (/^\/(start|help)/.test(text) ? send(text) : putText(text)),
  press: attempt(async (message, data) => {
    try {
      presses.add((await press({ chatId: message.chatId, personId: view.person.id, messageId: message.messageId, data })).callbackId);
    } catch (failure) {
      draw();
      throw failure;
    }
  }),
};

function choose(id, person) {
  const chat = world.chats.get(id);
  if (!chat) return;
  Object.assign(view, { chat, thread: null, isFresh: true, person: viewerOf(chat, person) });
  world.unread.delete(id);
  document.body.dataset.pane = 'chat';
  history.replaceState(null, '', `?chat=${id}${chat.kind === 'Private' || !view.person ? '' : `&as=${view.person.id}`}`);
  draw();
  refreshCommands();
}

function viewerOf(chat, person) {
  if (chat.kind === 'Private') return world.people.get(chat.id);
  const members = chat.members.map(member => member.personId);
  return world.people.get(members.includes(person) ? person : members[0]);
}

function draw() {
  renderChats(view.chat?.id, choose);
  if (!view.chat) return;
  const { chat, person } = view;
  document.title = `${chat.title} · NewsBot Sandbox`;
  byId('chat-title').textContent = chat.title;
  byId('chat-state').textContent = describe(chat);
  byId('block').hidden = chat.kind !== 'Private' || !['Active', 'Blocked'].includes(chat.standing);
  byId('block').textContent = chat.standing === 'Blocked' ? 'Unblock bot' : 'Block bot';
  drawViewers(chat, person);
  drawThreads(chat);
  setHint(closed[chat.standing] ?? (chat.kind === 'Private' ? 'Try /subscribe NATO' : `Message as ${person?.name ?? 'nobody'}`), chat.standing in closed || !person);
  renderMessages(view, acts);
  view.isFresh = false;
}

function drawViewers(chat, person) {
  byId('viewer').hidden = chat.kind === 'Private';
  byId('viewer-person').replaceChildren(...chat.members.map(({ personId }) =>
    make('option', { value: personId, selected: personId === person?.id }, world.people.get(personId)?.name ?? String(personId))));
}

function drawThreads(chat) {
  byId('threads').hidden = !chat.isForum;
  reconcile(byId('threads'), [{ id: null, name: 'All', isOpen: true }, ...chat.threads].map(thread => [
    JSON.stringify([chat.id, thread, thread.id === view.thread]),
    () => make('button', { type: 'button', 'aria-pressed': thread.id === view.thread ? 'true' : 'false', onclick: () => chooseThread(thread.id) },
      thread.isOpen ? thread.name : `${thread.name} (closed)`),
  ]).concat([['new', () => make('button', { type: 'button', 'data-testid': 'new-thread', onclick: newThread }, 'New thread')]]));
}

function chooseThread(id) {
  Object.assign(view, { thread: id, isFresh: true });
  draw();
}

const newThread = attempt(async () => {
  const name = prompt('What is the thread about?')?.trim();
  if (name) await openThread(view.chat.id, { name, personId: view.person.id });
});

const refreshCommands = attempt(() => loadCommands(view.chat, view.person));

function happened(event) {
  if (event.type === 'posted' && event.chatId !== view.chat?.id && event.message.isByBot) {
    world.unread.set(event.chatId, (world.unread.get(event.chatId) ?? 0) + 1);
  }
  if (event.type === 'commands') refreshCommands();
  if (event.type === 'action') return showTyping(event);
  if (event.type === 'pressAnswered') showAnswer(event.press);
  if (event.type === 'chat' && event.chatId === view.chat?.id) view.chat = event.chat;
  requestDraw();
}

// Many events may come between two frames: one drawing shows them all.
let isDue = false;
function requestDraw() {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => { isDue = false; draw(); });
}

function showTyping(event) {
  if (event.chatId !== view.chat?.id) return;
  byId('chat-state').textContent = 'the bot is typing…';
  clearTimeout(typing);
  typing = setTimeout(requestDraw, 5000);
}

function showAnswer(answer) {
  for (const button of document.querySelectorAll('.keyboard [aria-busy]')) button.removeAttribute('aria-busy');
  const isMine = presses.delete(answer.callbackId) || answer.personId === view.person?.id;
  if (isMine && answer.answerText) (answer.isAlert ? alertBox : toast)(answer.answerText);
}

startComposer(send, sendFile);
startDialogs(id => waitFor(id));
byId('back').addEventListener('click', () => { document.body.dataset.pane = 'list'; });
byId('block').addEventListener('click', attempt(() => (view.chat.standing === 'Blocked' ? unblock : block)(view.chat.id)));
byId('viewer-person').addEventListener('change', event => choose(view.chat.id, Number(event.target.value)));

// A new chat is known once its event has come, which may be after the answer that made it.
function waitFor(id, tries = 50) {
  if (world.chats.has(id) || tries === 0) choose(id);
  else setTimeout(() => waitFor(id, tries - 1), 40);
}

const asked = new URLSearchParams(location.search);
document.body.dataset.pane = asked.has('chat') ? 'chat' : 'list';
attempt(async () => {
  const last = await load();
  choose(world.chats.has(Number(asked.get('chat'))) ? Number(asked.get('chat')) : [...world.chats.keys()][0], Number(asked.get('as')));
  if (!asked.has('chat')) document.body.dataset.pane = 'list';
  follow(last, happened);
  document.body.dataset.ready = 'true';
})();
