import { isWeb, make } from './elements.js';

// A text with its entities, whose offsets count UTF-16 units as JavaScript's strings do.
// Entities nest: the outer comes first, so each takes the later ones that lie within it.
export function renderText(text, entities, onCommand) {
  const place = { text, entities: entities ?? [], onCommand };
  const box = make('span', { class: 'text', dir: 'auto' });
  box.append(...parts(place, 0, text.length, 0).nodes);
  return box;
}

const blocks = ['blockquote', 'expandable_blockquote', 'pre'];

function parts(place, start, end, index) {
  const nodes = [];
  let at = start;
  while (index < place.entities.length && place.entities[index].offset < end) {
    const entity = place.entities[index];
    const stop = Math.min(entity.offset + entity.length, end);
    if (entity.offset > at) nodes.push(place.text.slice(at, entity.offset));
    const inner = parts(place, Math.max(at, entity.offset), stop, index + 1);
    nodes.push(wrap(place, entity, inner.nodes, place.text.slice(entity.offset, stop)));
    at = Math.max(at, stop);
    // A block ends its line itself.
    if (blocks.includes(entity.type) && place.text[at] === '\n' && at < end) at++;
    index = inner.index;
  }
  if (end > at) nodes.push(place.text.slice(at, end));
  return { nodes, index };
}

function wrap(place, entity, inner, covered) {
  switch (entity.type) {
    case 'bold': return make('strong', {}, ...inner);
    case 'italic': return make('em', {}, ...inner);
    case 'underline': return make('u', {}, ...inner);
    case 'strikethrough': return make('s', {}, ...inner);
    case 'spoiler': return make('span', { class: 'spoiler', tabindex: '0' }, ...inner);
    case 'code': return make('code', {}, ...inner);
    case 'pre': return make('code', { class: 'block' }, ...inner);
    case 'blockquote':
    case 'expandable_blockquote': return make('span', { class: 'quote', role: 'blockquote' }, ...inner);
    case 'text_link': return link(entity.url, inner);
    case 'url': return link(/^https?:/i.test(covered) ? covered : `http://${covered}`, inner);
    case 'bot_command': return make('button', { type: 'button', class: 'command', onclick: () => place.onCommand(covered) }, ...inner);
    default: return make('span', {}, ...inner);
  }
}

export const link = (address, inner) =>
  isWeb(address) ? make('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, ...inner) : make('span', {}, ...inner);
