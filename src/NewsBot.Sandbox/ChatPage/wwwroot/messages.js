import { byId, day, isWeb, keepEnd, make, reconcile, time } from './elements.js';
import { renderPreview } from './preview.js';
import { renderText } from './text.js';
import { messagesOf } from './world.js';

const services = {
  migrate_to_chat_id: 'The group became a supergroup',
  migrate_from_chat_id: 'The supergroup was a group before',
  group_chat_created: 'The group was created',
  new_chat_members: 'The bot joined',
  forum_topic_created: 'A thread was opened',
};

const firstSteps = ['/start', '/subscribe NATO', '/help'];

// Draws the conversation as the viewer sees it. `acts` has press(message, data) and type(text).
export function renderMessages(view, acts) {
  const list = byId('messages');
  const all = [...messagesOf(view.chat.id).values()].filter(message => !view.thread || message.threadId === view.thread);
  keepEnd(list, () => reconcile(list, all.length ? withDays(all, view, acts) : [['hint', () => hint(acts)]]));
  if (view.isFresh) list.scrollTop = list.scrollHeight;
}

function withDays(all, view, acts) {
  const items = [];
  let last = '';
  for (const message of all) {
    const today = day(message.sentAt);
    if (today !== last) items.push([`day ${today}`, () => make('div', { class: 'day' }, today)]);
    last = today;
    items.push([`${view.person?.id} ${JSON.stringify(message)}`, () => (message.service ? service(message) : row(message, view, acts))]);
  }
  return items;
}

const service = message => make('div', { class: 'service' }, services[message.service] ?? message.service);

function row(message, view, acts) {
  const isMine = !message.isByBot && message.fromId === view.person?.id;
  const preview = renderPreview(message.linkPreview);
  const text = renderText(message.text, message.entities, acts.type);
  const bubble = make('div', { class: 'bubble' },
    isMine || view.chat.kind === 'Private' ? null : make('div', { class: 'from' }, message.fromName),
    message.isForwarded ? make('div', { class: 'reply' }, 'Forwarded') : null,
    quoted(message, view),
    message.file ? make('a', { class: 'file', 'data-testid': 'file', download: message.file.name, href: `/sandbox/files/${encodeURIComponent(message.file.id)}` }, message.file.name)
      : message.content ? make('div', { class: 'reply' }, `[${message.content}]`) : null,
    ...(message.linkPreview?.isAboveText ? [preview, text] : [text, preview]),
    make('span', { class: 'stamp' },
      message.editedAt ? make('span', { 'data-testid': 'edited' }, 'edited ') : null,
      make('time', { datetime: message.sentAt }, time(message.sentAt))));
  return make('article', {
    class: isMine ? 'message mine' : 'message',
    'aria-label': `${message.fromName}, ${time(message.sentAt)}`,
    'data-testid': 'message',
    'data-message-id': message.messageId,
    'data-from': message.isByBot ? 'bot' : message.fromId,
  }, bubble, keyboard(message, acts));
}

function quoted(message, view) {
  const original = message.replyTo && messagesOf(view.chat.id).get(message.replyTo);
  return original ? make('div', { class: 'reply' }, `${original.fromName}: ${original.text}`) : null;
}

function keyboard(message, acts) {
  if (!message.buttons?.length) return null;
  return make('div', { class: 'keyboard', role: 'group', 'aria-label': 'Buttons' },
    ...message.buttons.map(buttons => make('div', { class: 'row' }, ...buttons.map(button => key(message, button, acts)))));
}

function key(message, button, acts) {
  if (isWeb(button.url)) {
    return make('a', { href: button.url, target: '_blank', rel: 'noopener noreferrer', 'data-testid': 'button' }, button.text);
  }
  return make('button', {
    type: 'button',
    'data-testid': 'button',
    'data-callback': button.data ?? '',
    onclick: event => {
      event.currentTarget.setAttribute('aria-busy', 'true');
      acts.press(message, button.data ?? '');
    },
  }, button.text);
}

function hint(acts) {
  return make('div', { class: 'hint', 'data-testid': 'hint' },
    make('strong', {}, 'Nothing here yet'),
    make('span', {}, 'Press Start, then follow a topic. News about it arrives here within seconds.'),
    make('div', { class: 'tries' }, ...firstSteps.map(text => make('button', { type: 'button', onclick: () => acts.type(text) }, text))));
}
