/** Prints what the server needs beside `dots-flow`, for `npm install`: optional peers that no page has. */
import { readFileSync } from 'node:fs';

const { peerDependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const ofPages = /^(?:@angular\/core|preact|react|solid-js|svelte|vue)$/;
const wanted = Object.entries(peerDependencies).filter(([name]) => !ofPages.test(name));
console.log(wanted.map(([name, range]) => `${name}@${range.replace('^', '')}`).join(' '));
