/**
 * Webhook URLs come from partners, and we fetch them from inside our network. So an address must be public; a
 * sandbox may also reach the machine that it runs on, and the rest of its network when its operator says so.
 * That is checked when the URL is given, and again on the address that is really connected to, because a name
 * may resolve to something else by then ("DNS rebinding"). Outside sandbox mode the URL must be https.
 */
import { lookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { Readable } from 'node:stream';
import ipaddr from 'ipaddr.js';
import type { FieldCode } from '../../contract/problems.ts';
import type { Reach } from '../ports/deps.ts';

/** Returns where webhooks of a server in this mode go, unless its operator says otherwise. */
export const usualReach = (sandbox: boolean): Reach => (sandbox ? 'public or this machine' : 'public');

/** Returns what is wrong with a URL as text; null when nothing is. */
export function urlProblem(text: string, reach: Reach): FieldCode | null {
  if (!URL.canParse(text)) return 'invalid-url';
  const url = new URL(text);
  if (
    (url.protocol !== 'https:' && url.protocol !== 'http:') ||
    url.hostname === '' ||
    url.username !== '' ||
    url.password !== ''
  )
    return 'invalid-url';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (reach === 'public' && url.protocol !== 'https:') return 'insecure-url';
  if (ipaddr.isValid(host)) return mayReach(host, reach) ? null : 'insecure-url';
  return reach === 'public' && !isPublicName(host) ? 'insecure-url' : null;
}

/**
 * What names of networks end in: reserved for that (RFC 6761, 6762, 7686, 8375, 9476, ICANN's `internal`), or
 * used so widely that ICANN delegates none of them (its list of name collisions, RFC 6762 appendix G).
 */
const ofNetworks: ReadonlySet<string> = new Set(
  'alt corp home internal intranet invalid lan local localdomain localhost mail onion private test'.split(
    ' ',
  ),
);

/**
 * Returns whether a name may be one of the public internet. A name without a dot is of a network, and so is
 * one that ends in a dot but for that: it is not searched for elsewhere. No certificate is for such a name
 * (RFC 6066 §3), so none is taken.
 */
function isPublicName(host: string): boolean {
  const last = host.slice(host.lastIndexOf('.') + 1);
  return host.includes('.') && last !== '' && !ofNetworks.has(last) && !/(?:^|\.)home\.arpa$/.test(host);
}

/**
 * An address like any other, but it is where Azure serves the machines in it. Those of other clouds are not
 * public.
 */
const ofClouds: readonly string[] = ['168.63.129.16'];

/**
 * Returns whether an address belongs to the public internet. An address of IPv6 that leads to one of IPv4
 * is as public as that one: mapped, NAT64 (RFC 6052) and 6to4. Else only 2000::/3 is given to anybody (IANA,
 * "IPv6 Address Space"), and of that those of tunnels inside a network (ISATAP, RFC 5214 §6.1) are not
 * public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (ofClouds.includes(parsed.toString())) return false;
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast';
  const bytes = parsed.toByteArray();
  switch (parsed.range()) {
    case 'rfc6052':
      // The other prefix, 64:ff9b:1::/48, is for use inside a network (RFC 8215).
      return parsed.parts[2] === 0 && isPublicAddress(bytes.slice(12).join('.'));
    case '6to4':
      return isPublicAddress(bytes.slice(2, 6).join('.'));
    case 'unicast': {
      const [first = 0, , , , half, type] = parsed.parts;
      const isGiven = first >>> 13 === 1;
      const isTunnel = type === 0x5efe && (half === 0 || half === 0x200);
      return isGiven && !isTunnel;
    }
    default:
      return false;
  }
}

function mayReach(address: string, reach: Reach): boolean {
  if (reach === 'anywhere' || isPublicAddress(address)) return true;
  return reach === 'public or this machine' && ipaddr.process(address).range() === 'loopback';
}

type LookupCallback = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;
type Resolve = (
  hostname: string,
  options: { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Returns a `lookup` for a socket that gives out only addresses within reach. The socket connects to exactly
 * what was checked.
 */
export function guardedLookup(reach: Reach, resolve: Resolve = lookup) {
  return (
    hostname: string,
    options: { readonly all?: boolean | undefined },
    callback: LookupCallback,
  ): void => {
    resolve(hostname, { all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const open = addresses.filter(({ address }) => mayReach(address, reach));
      const [first] = open;
      if (!first) {
        return callback(
          Object.assign(new Error('The name resolves to no public address.'), { code: 'ENOTPUBLIC' }),
          [],
        );
      }
      if (options.all) callback(null, open);
      else callback(null, first.address, first.family);
    });
  };
}

/**
 * Receivers may answer with any three digits, and a `Response` takes 200 to 599 (Fetch, "Response class"). It
 * throws in the middle of Node's parser, which ends the process.
 */
const noResponse = (status: number): Error =>
  Object.assign(new Error('That is no response.'), { code: `HTTP ${status}` });

/**
 * `fetch` for webhooks: addresses within reach, no redirects. It supports only what `deliver.ts` uses.
 */
export function createGuardedFetch(reach: Reach, resolve?: Resolve): typeof fetch {
  const options = { keepAlive: true, maxSockets: 50, lookup: guardedLookup(reach, resolve) };
  const secure = { request: https.request, agent: new https.Agent(options) };
  const plain = { request: http.request, agent: new http.Agent(options) };
  return async (input, init) => {
    const request = new Request(input, { ...init, redirect: 'manual' });
    if (urlProblem(request.url, reach))
      throw Object.assign(new Error('The URL is not allowed.'), { code: 'ENOTPUBLIC' });
    const sent = Buffer.from(await request.arrayBuffer());
    return new Promise<Response>((resolved, reject) => {
      const by = request.url.startsWith('https:') ? secure : plain;
      const outgoing = by.request(
        request.url,
        {
          method: request.method,
          headers: { ...Object.fromEntries(request.headers), 'content-length': String(sent.length) },
          agent: by.agent,
          signal: request.signal,
        },
        (incoming) => {
          const status = incoming.statusCode ?? 502;
          if (status < 200 || status > 599) return void outgoing.destroy(noResponse(status));
          const bodiless = status === 204 || status === 205 || status === 304;
          if (bodiless) incoming.resume();
          const later = incoming.headers['retry-after'];
          const headers: Record<string, string> = later === undefined ? {} : { 'retry-after': later };
          const body = bodiless ? null : (Readable.toWeb(incoming) as ReadableStream);
          resolved(new Response(body, { status, headers }));
        },
      );
      outgoing.on('error', reject);
      // Whoever goes on in another protocol is cut off by Node, which calls that no error.
      outgoing.on('close', () => reject(noResponse(101)));
      outgoing.end(sent);
    });
  };
}
