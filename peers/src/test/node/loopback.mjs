// Lets api.nexmo.com be this machine, as a line in a hosts file would: the SDK fetches recordings from the platform's names alone.
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';

const lookup = dns.lookup;
dns.lookup = (name, options, then) => lookup(name === 'api.nexmo.com' ? '127.0.0.1' : name, options, then);
syncBuiltinESMExports();
