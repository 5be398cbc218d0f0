// The control API. A refusal becomes an Error with the Sandbox's own words.
async function ask(method, path, body) {
  const response = await fetch(`/sandbox/${path}`, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  let answer = null;
  try { answer = text ? JSON.parse(text) : null; } catch { /* An answer that is no JSON says no more than its status. */ }
  if (!response.ok) {
    const failure = new Error(answer?.problem ?? `The Sandbox answered ${response.status}.`);
    failure.status = response.status;
    throw failure;
  }
  return answer;
}

export const getWorld = () => ask('GET', 'world');
export const getMessages = chat => ask('GET', `chats/${chat}/messages`);
export const getCommands = (chat, person) => ask('GET', `chats/${chat}/commands?person=${person}`);
export const addPerson = person => ask('POST', 'people', person);
export const addChat = chat => ask('POST', 'chats', chat);
export const sendText = text => ask('POST', 'texts', text);
export const press = button => ask('POST', 'presses', button);
export const block = chat => ask('POST', `chats/${chat}/block`, {});
export const unblock = chat => ask('POST', `chats/${chat}/unblock`, {});
export const publishNext = () => ask('POST', 'news/next', {});
export const openThread = (chat, thread) => ask('POST', `chats/${chat}/threads`, thread);
