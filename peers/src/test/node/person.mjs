// The person at the other end of a call, through the sandbox's control API.
const sandbox = process.env.SANDBOX;

async function control(method, path, body) {
  const response = await fetch(`${sandbox}/sandbox${path}`, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  }
  return response.json();
}

export class Person {
  #call;
  #steps = 0;

  constructor(call) {
    this.#call = call;
  }

  /** The next words or sound that the person hears. */
  async hears(sound) {
    for (;;) {
      const { transcript } = await control('GET', `/calls/${this.#call}?steps_after=${this.#steps}`);
      if (transcript.steps.length <= this.#steps) {
        throw new Error(`nothing more is heard; expected ${sound}`);
      }
      while (this.#steps < transcript.steps.length) {
        const step = transcript.steps[this.#steps++];
        if (step.step === 'heard') {
          if (step.text !== sound) {
            throw new Error(`heard ${step.text}; expected ${sound}`);
          }
          return;
        }
      }
    }
  }

  press(digits) {
    return control('POST', `/calls/${this.#call}/press`, { digits });
  }
}

export const writes = message => control('POST', '/messages', message);
