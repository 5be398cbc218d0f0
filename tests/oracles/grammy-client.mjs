// A bot written with grammY against a Sandbox: node grammy-client.mjs ADDRESS TOKEN.
// It does what an ordinary bot does, and ends with "ok" or with what was not as Telegram has it.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { autoRetry } from '@grammyjs/auto-retry';
import { Bot, GrammyError, InlineKeyboard, webhookCallback } from 'grammy';

const [apiRoot, token] = process.argv.slice(2);
const olena = 1001;
const ben = 1002;
const newsroom = -2001;
const bot = new Bot(token, { client: { apiRoot } });

async function control(path, body, method = 'POST') {
  const response = await fetch(`${apiRoot}/sandbox/${path}`, {
    method, headers: { 'content-type': 'application/json' }, body: body && JSON.stringify(body),
  });
  assert.ok(response.ok, `${path}: ${response.status}`);
  return response.json();
}

const type = (text, person = olena, chat = person) => control('texts', { chatId: chat, personId: person, text });

// Resolves with the refusal of a call that has to be refused.
async function refusal(call) {
  const failure = await call.then(() => assert.fail('was not refused'), error => error);
  assert.ok(failure instanceof GrammyError, String(failure));
  return failure;
}

// Resolves with what the handler under "wait" is given.
function once(wait) {
  return new Promise(resolve => wait(resolve));
}

async function polls() {
  assert.equal((await bot.api.getMe()).is_bot, true);
  bot.command('start', context => context.reply(`Hello, <b>${context.from.first_name}</b>`, { parse_mode: 'HTML' }));
  bot.callbackQuery('yes', context => context.answerCallbackQuery({ text: 'Thank you' }));
  bot.on('my_chat_member', context => standings.push(context.myChatMember.new_chat_member.status));
  bot.on('message:migrate_to_chat_id', context => moved(context.message.migrate_to_chat_id));
  await once(started => { bot.start({ onStart: started }); });
}

const standings = [];
let moved;

async function answersACommand() {
  await type('/start');
  const answer = await eventually(async () => (await control(`chats/${olena}/messages`, undefined, 'GET')).find(message => message.isByBot));
  assert.equal(answer.text, 'Hello, Olena');
}

async function sendsAndEdits() {
  const sent = await bot.api.sendMessage(olena, 'A <b>bold</b> <a href="https://example.com/">link</a> and <code>code</code>', {
    parse_mode: 'HTML', reply_markup: new InlineKeyboard().text('Yes', 'yes').url('Read', 'https://example.com/'),
  });
  assert.equal(sent.text, 'A bold link and code');
  assert.deepEqual(sent.entities, [
    { type: 'bold', offset: 2, length: 4 }, { type: 'text_link', offset: 7, length: 4, url: 'https://example.com/' }, { type: 'code', offset: 16, length: 4 },
  ]);
  assert.equal(sent.reply_markup.inline_keyboard[0][0].callback_data, 'yes');
  const press = await control('presses', { chatId: olena, personId: olena, messageId: sent.message_id, data: 'yes' });
  const answered = await eventually(async () => {
    const state = await control(`presses/${press.callbackId}`, undefined, 'GET');
    return state.answerText && state;
  });
  assert.equal(answered.answerText, 'Thank you');
  const edited = await bot.api.editMessageText(olena, sent.message_id, 'Changed');
  assert.ok(edited.edit_date >= sent.date);
  assert.match((await refusal(bot.api.editMessageText(olena, sent.message_id, 'Changed'))).description, /^Bad Request: message is not modified/);
  assert.match((await refusal(bot.api.sendMessage(olena, '<p>x</p>', { parse_mode: 'HTML' }))).description, /can't parse entities: Unsupported start tag "p" at byte offset 0$/);
  const copy = await bot.api.copyMessage(olena, olena, sent.message_id);
  assert.ok(copy.message_id > sent.message_id);
}

async function knowsItsCommands() {
  const commands = [{ command: 'start', description: 'Begin' }];
  await bot.api.setMyCommands(commands, { scope: { type: 'all_private_chats' } });
  assert.deepEqual(await bot.api.getMyCommands({ scope: { type: 'all_private_chats' } }), commands);
  assert.deepEqual(await bot.api.getMyCommands(), []);
}

async function learnsOfABlock() {
  await type('Hello', ben);
  await control(`chats/${ben}/block`, {});
  const blocked = await refusal(bot.api.sendMessage(ben, 'x'));
  assert.deepEqual([blocked.error_code, blocked.description], [403, 'Forbidden: bot was blocked by the user']);
  await eventually(async () => standings.includes('kicked'));
}

async function followsAGroup() {
  const announced = new Promise(resolve => { moved = resolve; });
  const group = await control(`chats/${newsroom}/migrate`, {});
  const refused = await refusal(bot.api.sendMessage(newsroom, 'x'));
  assert.equal(refused.parameters.migrate_to_chat_id, group.id);
  assert.equal(await announced, group.id);
  assert.equal((await bot.api.getChat(group.id)).type, 'supergroup');
}

async function waitsAsAsked() {
  await control('faults', { kind: 'TooManyRequests', method: 'sendMessage', retryAfter: 1 });
  const refused = await refusal(bot.api.sendMessage(olena, 'too early'));
  assert.deepEqual([refused.error_code, refused.parameters.retry_after], [429, 1]);
  await control('faults', { kind: 'TooManyRequests', method: 'sendMessage', retryAfter: 1 });
  bot.api.config.use(autoRetry());
  assert.equal((await bot.api.sendMessage(olena, 'in time')).text, 'in time');
}

// grammY's own web server code takes the updates after this.
async function takesAWebhook() {
  await bot.stop();
  const hooked = new Bot(token, { client: { apiRoot } });
  const heard = new Promise(resolve => hooked.on('message:text', context => resolve(context.message.text)));
  const server = createServer(webhookCallback(hooked, 'http', { secretToken: 'a-secret' }));
  await once(listening => server.listen(0, '127.0.0.1', listening));
  await hooked.api.setWebhook(`http://127.0.0.1:${server.address().port}/`, { secret_token: 'a-secret' });
  await type('to the webhook');
  assert.equal(await heard, 'to the webhook');
  await eventually(async () => (await hooked.api.getWebhookInfo()).pending_update_count === 0);
  await hooked.api.deleteWebhook();
  server.close();
}

async function eventually(ask) {
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

for (const step of [polls, answersACommand, sendsAndEdits, knowsItsCommands, learnsOfABlock, followsAGroup, waitsAsAsked, takesAWebhook]) {
  console.log(step.name);
  await step();
}
console.log('ok');
process.exit(0);
