// The public methods of a client, each with what it did here; complete, or the run fails.
import assert from 'node:assert/strict';

export const failures = [];

export class MethodTable {
  #client;
  #rows = new Map();
  #leftOut = new Map();

  constructor(client) {
    this.#client = client;
  }

  row(method, use) {
    assert.ok(!this.#rows.has(method), method);
    this.#rows.set(method, use);
    return this;
  }

  leftOut(method, reason) {
    this.#leftOut.set(method, reason);
    return this;
  }

  /** Uses every method in the order of the rows, prints the table, and remembers all that went wrong. */
  async run() {
    const listed = [...this.#rows.keys(), ...this.#leftOut.keys()].sort();
    const present = Object.getOwnPropertyNames(this.#client.prototype).filter(name => name !== 'constructor').sort();
    assert.deepEqual(listed, present, `methods of ${this.#client.name}`);
    for (const [method, use] of this.#rows) {
      let outcome = 'used';
      try {
        await use();
      } catch (failure) {
        outcome = `FAILED: ${failure.message}`;
        failures.push(`${this.#client.name}.${method}: ${await told(failure)}`);
      }
      this.#print(method, outcome);
    }
    for (const [method, reason] of this.#leftOut) {
      this.#print(method, `left out: ${reason}`);
    }
  }

  #print(method, outcome) {
    console.log(`node ${this.#client.name.padEnd(13)} ${method.padEnd(26)} ${outcome}`);
  }
}

/** What the sandbox said, where the client keeps it. */
async function told(failure) {
  const body = failure.response && !failure.response.bodyUsed ? await failure.response.text() : '';
  return `${failure.stack}\n${body}`;
}
