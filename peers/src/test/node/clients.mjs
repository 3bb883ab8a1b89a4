// The official Node SDK as it is published: every method of its applications, numbers, voice and messages clients.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Applications } from '@vonage/applications';
import { Auth } from '@vonage/auth';
import * as messaging from '@vonage/messages';
import { Numbers } from '@vonage/numbers';
import { Voice } from '@vonage/voice';
import * as app from './app.mjs';
import { Person, writes } from './person.mjs';
import { failures, MethodTable } from './table.mjs';

const sandbox = process.env.SANDBOX;
const hosts = { apiHost: sandbox, restHost: sandbox };
const account = { apiKey: process.env.API_KEY, apiSecret: process.env.API_SECRET };
const NUMBER = '447700900123';
const PERSON = '447700900999';
const SOUND = 'https://media.example/sound.mp3';
const folder = await mkdtemp(join(tmpdir(), 'switchboard-peers-'));

const hook = path => ({ address: app.url(path), httpMethod: 'POST' });
const capabilities = () => ({
  voice: { webhooks: { answerUrl: hook('/answer'), eventUrl: hook('/event') }, signedCallbacks: true },
  messages: { webhooks: { inboundUrl: hook('/inbound'), statusUrl: hook('/status') } },
});
const collect = async items => {
  const all = [];
  for await (const item of items) {
    all.push(item);
  }
  return all;
};
const refused = (status, use) => assert.rejects(use, failure => failure.response?.status === status);

const applications = new Applications(new Auth(account), hosts);
let made;
await new MethodTable(Applications)
  .row('createApplication', async () => {
    made = await applications.createApplication({ name: 'Peer', capabilities: capabilities() });
    assert.match(made.keys.privateKey, /BEGIN PRIVATE KEY/);
  })
  .row('getApplication', async () => {
    const read = await applications.getApplication(made.id);
    assert.equal(read.name, 'Peer');
    assert.equal(read.keys.privateKey, undefined);
    assert.equal(read.keys.publicKey, made.keys.publicKey);
  })
  .row('updateApplication', async () => {
    const changed = await applications.updateApplication({ id: made.id, name: 'Renamed', capabilities: capabilities() });
    assert.equal(changed.name, 'Renamed');
    assert.equal(changed.keys.publicKey, made.keys.publicKey);
  })
  .row('listApplications', async () => {
    const page = await applications.listApplications({});
    assert.equal(page.totalItems, 1);
    assert.equal(page._embedded.applications[0].id, made.id);
  })
  .row('getApplicationPage', async () => {
    await applications.createApplication({ name: 'Second' });
    const page = await applications.getApplicationPage({ page: 2, pageSize: 1 });
    assert.deepEqual(page._embedded.applications.map(each => each.name), ['Second']);
  })
  .row('listAllApplications', async () => {
    const all = await collect(applications.listAllApplications({ pageSize: 1 }));
    assert.deepEqual(all.map(each => each.name), ['Renamed', 'Second']);
  })
  .row('deleteApplication', async () => {
    const { id } = await applications.createApplication({ name: 'Gone' });
    await applications.deleteApplication(id);
    await refused(404, () => applications.getApplication(id));
    await refused(401, () => new Applications(new Auth({ ...account, apiSecret: 'wrong' }), hosts).listApplications({}));
  })
  .run();

const numbers = new Numbers(new Auth(account), hosts);
let found;
await new MethodTable(Numbers)
  .row('getAvailableNumbers', async () => {
    const page = await numbers.getAvailableNumbers({ country: 'GB', size: 5, features: ['SMS', 'VOICE'] });
    assert.ok(page.count > 0);
    found = page.numbers[0].msisdn;
    const ending = await numbers.getAvailableNumbers({ country: 'GB', endsWith: found.slice(-4) });
    assert.ok(ending.numbers.every(each => each.msisdn.endsWith(found.slice(-4))));
  })
  .row('buyNumber', async () => {
    assert.deepEqual(await numbers.buyNumber({ country: 'GB', msisdn: found }), {
      errorCode: '200',
      errorCodeLabel: 'success',
    });
    await refused(420, () => numbers.buyNumber({ country: 'GB', msisdn: found }));
  })
  .row('updateNumber', async () => {
    await numbers.updateNumber({ country: 'GB', msisdn: NUMBER, applicationId: made.id });
    await numbers.updateNumber({ country: 'GB', msisdn: found, voiceCallbackType: 'tel', voiceCallbackValue: PERSON });
  })
  .row('getOwnedNumbers', async () => {
    const linked = await numbers.getOwnedNumbers({ applicationId: made.id });
    assert.deepEqual(linked.numbers.map(each => [each.msisdn, each.app_id]), [[NUMBER, made.id]]);
    const all = await numbers.getOwnedNumbers();
    assert.equal(all.numbers.find(each => each.msisdn === found).voiceCallbackValue, PERSON);
  })
  .row('cancelNumber', async () => {
    assert.equal((await numbers.cancelNumber({ country: 'GB', msisdn: found })).errorCode, '200');
  })
  .run();

const auth = () => new Auth({ ...account, applicationId: made.id, privateKey: made.keys.privateKey });
const voice = new Voice(auth(), hosts);
const outbound = () => ({
  to: [{ type: 'phone', number: PERSON }],
  from: { type: 'phone', number: NUMBER },
  ncco: [{ action: 'talk', text: 'Hello.' }],
});
let call;
let person;
let recording;
let transcription;
await new MethodTable(Voice)
  .row('createOutboundCall', async () => {
    const created = await voice.createOutboundCall(outbound());
    assert.equal(created.status, 'started');
    call = created.uuid;
    person = new Person(call);
    await person.hears('Hello.');
  })
  .row('getCall', async () => {
    const read = await voice.getCall(call);
    assert.equal(read.status, 'answered');
    assert.match(read.conversationUUID, /^CON-/);
  })
  .row('getCallsPage', async () => {
    const page = await voice.getCallsPage({ status: 'answered', pageSize: 1 });
    assert.equal(page._embedded.calls[0].uuid, call);
  })
  .row('search', async () => assert.equal((await voice.search({ status: 'busy' })).count, 0))
  .row('playTTS', async () => {
    await voice.playTTS(call, { text: 'One.', language: 'en-GB', style: 1 });
    await person.hears('One.');
  })
  .row('stopTTS', async () => assert.equal((await voice.stopTTS(call)).uuid, call))
  .row('streamAudio', async () => {
    await voice.streamAudio(call, SOUND, 1, 0.5);
    await person.hears(SOUND);
  })
  .row('stopStreamAudio', async () => assert.equal((await voice.stopStreamAudio(call)).uuid, call))
  .row('playDTMF', async () => {
    await voice.playDTMF(call, '12');
    await person.hears('tones 12');
  })
  .row('subscribeDTMF', async () => {
    await voice.subscribeDTMF(call, app.url('/keys'));
    await person.press('7');
    assert.equal((await app.next('dtmf')).dtmf.digits, '7');
  })
  .row('unsubscribeDTMF', () => voice.unsubscribeDTMF(call))
  .row('muteCall', () => voice.muteCall(call))
  .row('unmuteCall', () => voice.unmuteCall(call))
  .row('earmuffCall', () => voice.earmuffCall(call))
  .row('unearmuffCall', () => voice.unearmuffCall(call))
  .row('transferCallWithURL', async () => {
    await voice.transferCallWithURL(call, app.url('/answer'));
    await person.hears('Hello.');
  })
  .row('transferCallWithNCCO', async () => {
    await voice.transferCallWithNCCO(call, [
      {
        action: 'record',
        endOnKey: '#',
        eventUrl: [app.url('/recorded')],
        transcription: { language: 'en-US', eventUrl: [app.url('/written')] },
      },
    ]);
    await person.press('#');
    recording = (await app.next('recording_url')).recording_url;
    transcription = (await app.next('transcription_url')).transcription_url;
  })
  .row('downloadRecording', async () => {
    await voice.downloadRecording(named(recording), join(folder, 'recording.wav'));
    assert.equal((await readFile(join(folder, 'recording.wav'))).subarray(0, 4).toString(), 'RIFF');
    await assert.rejects(voice.downloadRecording(recording, join(folder, 'no.wav')), /Only vonage.com and nexmo.com/);
  })
  .row('downloadTranscription', async () => {
    await voice.downloadTranscription(named(transcription), join(folder, 'transcription.json'));
    assert.ok(Array.isArray(JSON.parse(await readFile(join(folder, 'transcription.json'), 'utf8')).channels));
  })
  .row('callAction', async () => {
    const { uuid } = await voice.createOutboundCall(outbound());
    await voice.callAction(uuid, 'hangup');
    assert.equal((await voice.getCall(uuid)).status, 'completed');
  })
  .row('hangupCall', async () => {
    const { uuid } = await voice.createOutboundCall(outbound());
    await voice.hangupCall(uuid);
    assert.equal((await voice.getCall(uuid)).status, 'completed');
    await refused(404, () => voice.getCall('00000000000000000000000000000000'));
  })
  .row('getAllCalls', async () => {
    const all = await collect(voice.getAllCalls({ pageSize: 1 }));
    assert.equal(new Set(all.map(each => each.uuid)).size, 3);
    assert.equal(all.length, 3);
  })
  .run();

/** The same address under the name that the SDK insists on. */
function named(address) {
  const url = new URL(address);
  url.hostname = 'api.nexmo.com';
  return url.toString();
}

const messages = new messaging.Messages(auth(), hosts);
const ends = more => ({ to: PERSON, from: NUMBER, clientRef: 'order-1', ...more });
const media = kind => `https://media.example/file.${kind}`;
const whatsappTemplate = {
  whatsapp: { policy: 'deterministic', locale: 'en_GB' },
  template: { name: 'ns:welcome', parameters: ['a'] },
};
const kinds = {
  SMS: { text: 'Hello.' },
  MMSText: { text: 'Hello.' },
  MMSImage: { image: { url: media('png') } },
  MMSVcard: { vcard: { url: media('vcf') } },
  MMSAudio: { audio: { url: media('mp3') } },
  MMSVideo: { video: { url: media('mp4') } },
  MMSFile: { file: { url: media('pdf') } },
  MMSContent: { content: [{ type: 'image', url: media('png') }] },
  RCSText: { text: 'Hello.' },
  RCSImage: { image: { url: media('png') } },
  RCSVideo: { video: { url: media('mp4') } },
  RCSFile: { file: { url: media('pdf') } },
  RCSCustom: { custom: { contentMessage: { text: 'Hello.' } } },
  WhatsAppText: { text: 'Hello.' },
  WhatsAppImage: { image: { url: media('png') } },
  WhatsAppAudio: { audio: { url: media('mp3') } },
  WhatsAppVideo: { video: { url: media('mp4') } },
  WhatsAppFile: { file: { url: media('pdf') } },
  WhatsAppSticker: { sticker: { url: media('webp') } },
  WhatsAppReaction: { reaction: { action: 'unreact' } },
  WhatsAppTemplate: whatsappTemplate,
  WhatsAppCustom: { custom: { type: 'contacts' } },
  MessengerText: { text: 'Hello.' },
  MessengerImage: { image: { url: media('png') } },
  MessengerAudio: { audio: { url: media('mp3') } },
  MessengerVideo: { video: { url: media('mp4') } },
  MessengerFile: { file: { url: media('pdf') } },
  ViberText: { text: 'Hello.' },
  ViberImage: { image: { url: media('png') } },
  ViberVideo: { video: { url: media('mp4'), thumbUrl: media('png') }, viberService: { duration: '10', fileSize: '1' } },
  ViberFile: { file: { url: media('pdf'), name: 'menu.pdf' } },
};
await new MethodTable(messaging.Messages)
  .row('send', async () => {
    const { messageUUID } = await messages.send(new messaging.SMS(ends({ text: 'Hello.' })));
    assert.equal((await app.next('"delivered"')).message_uuid, messageUUID);
    for (const [kind, content] of Object.entries(kinds)) {
      const sent = await messages.send(new messaging[kind](ends(content))).catch(async failure => {
        throw new Error(`${kind}: ${failure.response ? await failure.response.text() : failure}`);
      });
      assert.ok(sent.messageUUID, kind);
    }
    await refused(422, () => messages.send({ ...new messaging.SMS(ends({ text: '' })) }));
    console.log(`node ${Object.keys(kinds).length} kinds of message sent: ${Object.keys(kinds).join(', ')}`);
  })
  .row('updateMessage', async () => {
    await writes({ channel: 'whatsapp', from: PERSON, to: NUMBER, text: 'Hello?' });
    const inbound = await app.next('Hello?');
    assert.equal(await messages.updateMessage(inbound.message_uuid, 'read', { typingIndicator: 'text' }), true);
    await refused(404, () => messages.updateMessage('aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab', 'read'));
  })
  .row('addAuthenticationToRequest', async () => {
    const signed = await messages.addAuthenticationToRequest({ url: sandbox, method: 'GET', headers: {} });
    assert.match(signed.headers.Authorization ?? signed.headers.authorization, /^Bearer /);
    const withKey = new messaging.Messages(new Auth(account), hosts);
    assert.ok((await withKey.send(new messaging.SMS(ends({ text: 'By key.' })))).messageUUID);
  })
  .run();

// Every class of a message that the package has; the rest are parts of one, or of a channel that the sandbox has not.
const others = /^(Abstract|Email|RCS.*Suggestion$|Messages$)/;
const classes = Object.keys(messaging).filter(name => typeof messaging[name] === 'function' && !others.test(name));
assert.deepEqual(Object.keys(kinds).sort(), classes.sort());

app.close();
await rm(folder, { recursive: true });
if (failures.length > 0) {
  console.log(failures.join('\n'));
  process.exitCode = 1;
}
