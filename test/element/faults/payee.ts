/**
 * A reasonable payee. They look at the screen, fill in what is empty, and press the button that the screen
 * offers. They type nothing twice: a field that was filled in and is empty again is noted.
 */
import type { DotsFlow } from '../../../src/dots-flow.ts';
import { composedTree } from '../dots-flow/support.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What they would type, by wire name. */
const answers: Readonly<Record<'US' | 'DE', Readonly<Record<string, string>>>> = {
  US: {
    phone_number: '4155550100',
    code: '123456',
    first_name: 'Ada',
    last_name: 'Example',
    email: 'ada@example.com',
    country: 'US',
    entity_type: 'individual',
    name: 'Ada Example',
    tin: '123-45-6789',
    ssn: '412-55-0016',
    date_of_birth: '1990-01-31',
    line_1: '1 Main Street',
    city: 'Springfield',
    state: 'IL',
    postcode: '62701',
    signature: 'Ada Example',
    document_type: 'passport',
    source: 'manual',
    platform: 'ach',
    routing_number: '110000000',
    account_number: '000123456789',
    account_type: 'checking',
    amount: '25.00',
    amount_1: '0.32',
    amount_2: '0.45',
    f1: 'Ada Example',
  },
  DE: {
    phone_number: '4155550100',
    code: '123456',
    first_name: 'Ada',
    last_name: 'Example',
    email: 'ada@example.com',
    country: 'DE',
    name: 'Ada Example',
    citizenship_country: 'DE',
    place_of_work: 'outside',
    us_indicia_reason: 'contact-only',
    foreign_tax_id: '86 095 742 719',
    date_of_birth: '1990-01-31',
    line_1: 'Musterstraße 1',
    city: 'Berlin',
    postcode: '10115',
    signature: 'Ada Example',
    document_type: 'passport',
    platform: 'intl_bank',
    bank_country: 'DE',
    iban: 'DE89 3704 0044 0532 0130 00',
    account_holder: 'Ada Example',
    amount: '25.00',
    f1: 'Ada Example',
  },
};

/** Buttons that lead on, where a screen has no form: first come, first pressed. */
const ways: readonly RegExp[] = [/^Use( and send| this photo)/, /^Try again/, /^Continue$/, /^Done$/];

export interface Payee {
  /**
   * Does the next thing that the screen asks for. Returns what, or null when there is nothing to do now.
   * `last` is what was done just now, which nobody does again at once.
   */
  readonly act: (last: string) => Promise<string | null>;
  /** What was typed and was not there any more. */
  readonly lost: readonly string[];
  /** Returns what is on screen, for a report. */
  readonly seen: () => string;
}

export function createPayee(element: DotsFlow, country: 'US' | 'DE', photo: File): Payee {
  const known = answers[country];
  const lost: string[] = [];
  /** What was filled in, by step and name, until the step is gone. */
  const typed = new Map<string, string>();
  let step = '';

  const tree = () => [...composedTree(element.renderRoot)];
  const visible = <E extends Element>(selector: string): E[] =>
    tree().filter((one): one is E => one.matches(selector) && one.checkVisibility());
  const ready = (button: HTMLElement) => button.getAttribute('aria-disabled') !== 'true';
  const words = (one: Element) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '';

  /** Returns a control that waits for an answer that the payee has. */
  const empty = (): Control | undefined =>
    visible<Control>('[data-step] :is(input, select, textarea)[name]:not(:disabled, [readonly])').find(
      (control) => {
        if (control instanceof HTMLInputElement) {
          if (control.type === 'checkbox') return control.name === 'consent' && !control.checked;
          if (control.type === 'file') return control.name === 'photo';
          if (control.type === 'radio')
            return control.value === known[control.name] && !groupOf(control).some(({ checked }) => checked);
        }
        const wanted = known[control.name];
        // A list says something from the start.
        if (control instanceof HTMLSelectElement) return wanted !== undefined && control.value !== wanted;
        return control.value === '' && wanted !== undefined;
      },
    );
  const groupOf = ({ name }: HTMLInputElement) => visible<HTMLInputElement>(`[data-step] [name="${name}"]`);

  const answer = async (control: Control): Promise<string> => {
    const { name } = control;
    if (control instanceof HTMLInputElement && control.type === 'file') {
      const data = new DataTransfer();
      data.items.add(photo);
      control.files = data.files;
      control.dispatchEvent(new Event('change'));
      return `gives ${name}`;
    }
    const value = known[name] ?? '';
    const place = `${step} ${name}`;
    if (typed.get(place) === value) lost.push(place);
    typed.set(place, value);
    if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) {
      control.click();
      return `chooses ${name}`;
    }
    control.focus();
    if (control instanceof HTMLSelectElement) {
      control.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      await new Promise((resolve) => setTimeout(resolve));
    }
    control.value = value;
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
    control.blur();
    return `types ${name}`;
  };

  return {
    lost,
    seen: () => {
      const { name } = element.state;
      const busy = tree().some((one) => one.matches('[aria-busy=true]')) ? ', busy' : '';
      const text = visible('#title, [role=alert], [part=failure], .error, [id$="-error"]').map(words);
      const buttons = visible<HTMLElement>('button, a').map(words);
      return `${name} ${step}${busy}: ${[...new Set(text)].join(' | ')} [${buttons.join(', ')}]`;
    },
    async act(last) {
      const shown = visible('[data-step]')[0]?.getAttribute('data-step') ?? '';
      if (shown && shown !== step) {
        step = shown;
        for (const place of typed.keys()) if (place.startsWith(`${step} `)) typed.delete(place);
      }
      if (visible('[aria-busy=true]').length) return null;
      const control = empty();
      if (control) return answer(control);
      const choice = visible<HTMLButtonElement>('[data-step] button[name][value]').find(
        (one) => ready(one) && known[one.name] === one.value,
      );
      if (choice) {
        const picks = `picks ${choice.value}`;
        if (picks === last) return null;
        choice.click();
        return picks;
      }
      const main = visible<HTMLElement>('button.button, a.button').filter(ready);
      const button =
        visible<HTMLElement>('[data-step] button.button[type=submit]').find(ready) ??
        ways.flatMap((way) => main.filter((one) => way.test(words(one))))[0] ??
        main.find((one) => one.localName === 'button');
      const does = button && `presses ${words(button)}`;
      if (!does || does === last) return null;
      button.click();
      return does;
    },
  };
}
