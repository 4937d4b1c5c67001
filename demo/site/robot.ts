/**
 * Types for a persona what the screen asks, by the wire's names of the controls. It knows no step: what the
 * plan brings is what it fills. It is loaded at the first click.
 */
import type { DotsFlow } from '../../src/dots-flow.ts';
import { onDom } from '../../src/testing/driver/dom.ts';
import { mainButton } from '../../src/testing/driver/screen.ts';
import { newPhone, type Persona } from './personas.ts';
import { specimen } from './specimen.ts';

/** How it ended: the flow is over, or the screen needs somebody. */
export type Ending = 'finished' | 'stuck' | 'stopped';

/** Agreed to or said by everybody, where the screen asks. Boxes alone; a persona's own values win. */
const ticked: readonly string[] = ['consent', 'own_work', 'disclosure', 'acknowledged', 'agreed'];

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLButtonElement;

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

export function createRobot(flow: DotsFlow) {
  const screen = onDom(flow, { timeout: 3_000 });
  const phones = new WeakMap<Persona, string>();
  const phoneOf = (persona: Persona): string => {
    const phone = phones.get(persona) ?? newPhone(persona);
    phones.set(persona, phone);
    return phone;
  };

  /** Resolves when the screen has stopped changing: what is typed into one that still comes is lost. */
  async function settled(): Promise<void> {
    for (let before = ''; ; await pause(60)) {
      const { all, busy } = looks(flow);
      if (!busy && all === before) return;
      before = all;
    }
  }

  /** Fills everything on screen that the persona has an answer to. Returns how many controls that were. */
  async function fill(persona: Persona): Promise<number> {
    const done = new Set<string>();
    // What is chosen may bring further questions, which are answered in the next round. What did not stay is
    // chosen again.
    for (let round = 0; round < 5; round += 1) {
      await settled();
      const before = looks(flow).all + String(done.size);
      for (const control of controls(flow)) {
        const isChoice = /^(?:radio|checkbox)$/.test(control.type);
        if (!isFree(control) || (done.has(control.name) && !isChoice)) continue;
        if (await fillOne(control, persona)) done.add(control.name);
      }
      if (looks(flow).all + String(done.size) === before) break;
    }
    return done.size;
  }

  async function fillOne(control: Control, persona: Persona): Promise<boolean> {
    const { name, type } = control;
    const value = name === 'phone_number' ? phoneOf(persona) : persona.values[name];
    if (type === 'file') return specimen(control as HTMLInputElement);
    if (type === 'checkbox') {
      const box = control as HTMLInputElement;
      const wanted = value !== undefined || ticked.includes(name);
      if (wanted && !box.checked) await screen.choose(name);
      return wanted;
    }
    if (value === undefined) return false;
    // A list of ways to be paid has a button for each. Pressing one leads on.
    if (control instanceof HTMLButtonElement || type === 'radio') {
      if (control.value !== value) return false;
      if (!(control instanceof HTMLInputElement && control.checked)) await screen.choose(name, value);
      return true;
    }
    if (control.value !== value) await screen.fill(name, value).catch(() => undefined);
    return true;
  }

  /** Fills the screen and presses its main button. Resolves to whether something came of it. */
  async function goOn(persona: Persona): Promise<boolean> {
    const { step } = looks(flow);
    await fill(persona);
    const before = looks(flow);
    if (before.step !== step) return true;
    await screen.press().catch(() => undefined);
    for (let waited = 0; waited < 8_000; waited += 100) {
      await pause(100);
      const now = looks(flow);
      if (!now.busy && now.all !== before.all) return true;
      if (!now.busy && now.hasErrors && waited > 1_000) return false;
    }
    return false;
  }

  return {
    fill,
    goOn,
    /** Goes on until the end, or until a screen does not let it. */
    async finish(persona: Persona, signal: AbortSignal): Promise<Ending> {
      for (let standing = 0; standing < 2;) {
        if (signal.aborted) return 'stopped';
        if (flow.state.name === 'completed') return 'finished';
        standing = (await goOn(persona)) ? 0 : standing + 1;
      }
      return flow.state.name === 'completed' ? 'finished' : 'stuck';
    },
  };
}

const isFree = (control: Control): boolean =>
  !control.disabled && !('readOnly' in control && control.readOnly) && control.offsetParent !== null;

/** Returns the named controls of the step on screen, through open shadow roots. */
function controls(root: Element): Control[] {
  const found: Control[] = [];
  for (const place of rootsIn(root))
    found.push(
      ...place.querySelectorAll<Control>('[data-step] :is(input, select, textarea, button[value])[name]'),
    );
  return found;
}

function* rootsIn(element: Element): Generator<ShadowRoot> {
  if (!element.shadowRoot) return;
  yield element.shadowRoot;
  for (const inner of element.shadowRoot.querySelectorAll('*')) yield* rootsIn(inner);
}

const isBusy = ({ state }: DotsFlow): boolean =>
  state.name === 'opening' || (state.name === 'step' && state.pending.kind === 'sending');

/** What tells one screen from the next. */
function looks(flow: DotsFlow) {
  const roots = [...rootsIn(flow)];
  const find = (selector: string) =>
    roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(selector)]);
  const step = find('[data-step]')[0]?.dataset['step'] ?? flow.state.name;
  const headings = find('h2, h3').map(({ textContent }) => textContent);
  const named = controls(flow).map((control) => [
    control.name,
    control instanceof HTMLInputElement && control.checked,
  ]);
  const button = find(mainButton)[0];
  return {
    step,
    busy: isBusy(flow),
    hasErrors: find('[id$="-error"], [part~="error"]').some(({ textContent }) => textContent.trim() !== ''),
    all: JSON.stringify([step, headings, named, button?.textContent, flow.state.name]),
  };
}
