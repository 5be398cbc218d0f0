// Elements are made, never written as markup: what people and news say stays text.
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

// Brings the list's children to the given [key, create] pairs and touches only those that differ:
// a reader's focus stays where it was, and a screen reader hears only what is new.
export function reconcile(list, items) {
  const wanted = new Set(items.map(([key]) => key));
  for (const child of [...list.children]) if (!wanted.has(child.dataset.key)) child.remove();
  const old = new Map([...list.children].map(child => [child.dataset.key, child]));
  items.forEach(([key, create], index) => {
    const node = old.get(key) ?? create();
    node.dataset.key = key;
    if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
  });
}

// Changes a list that scrolls. Who sees its end sees it afterwards too.
export function keepEnd(list, change) {
  const wasAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  change();
  if (wasAtEnd) list.scrollTop = list.scrollHeight;
}

export const byId = id => document.getElementById(id);

export const isWeb = address => /^https?:\/\//i.test(address ?? '');

export const time = instant => new Date(instant).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

export const day = instant => new Date(instant).toLocaleDateString([], { day: 'numeric', month: 'long' });

let fading;
export function toast(text) {
  byId('toast').textContent = text;
  byId('toast').hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => { byId('toast').hidden = true; }, 5000);
}

export function alertBox(text) {
  byId('alert-text').textContent = text;
  byId('alert').showModal();
}

// Runs what a press or a form started, and says what went wrong.
export const attempt = act => async (...given) => {
  try {
    await act(...given);
  } catch (failure) {
    toast(failure.message);
  }
};
