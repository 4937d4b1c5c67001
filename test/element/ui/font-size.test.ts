/** Sizes are multiples of the element's own font size, whatever the page's root has. */
import { expect } from '@open-wc/testing';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import module from '../../../src/steps/onboarding/index.ts';
import { control, find, mountStep, pageOf, submit } from '../support.ts';

const everything: RequirementOf<'onboarding'> = {
  step: 'onboarding',
  hide_continue_button: false,
  fields: ['first_name', 'last_name', 'email', 'country'],
  prefill: {},
};

const sizeOf = (element: Element) => parseFloat(getComputedStyle(element).fontSize);

/** Returns the sizes of a title, an input, a button, and an icon inside of small print. */
async function sizes(root: string, own: string): Promise<number[]> {
  document.documentElement.style.fontSize = root;
  const { element } = await mountStep(module, everything);
  pageOf(element).style.fontSize = own;
  await submit(element);
  return [
    sizeOf(find(element, 'h2')),
    sizeOf(control(element, 'first_name')),
    parseFloat(getComputedStyle(find(element, '[type="submit"]')).minHeight),
    parseFloat(getComputedStyle(find(element, '.error > .icon')).width),
  ];
}

describe('the size of text', () => {
  afterEach(() => document.documentElement.style.removeProperty('font-size'));

  for (const root of ['62.5%', '16px', '20px'])
    it(`is the same with ${root} at the root and 16 px around the element`, async () => {
      expect(await sizes(root, '16px')).to.deep.equal([22, 16, 46, 20]);
    });

  it('follows the element', async () => {
    expect(await sizes('62.5%', '20px')).to.deep.equal([27.5, 20, 57.5, 25]);
  });

  it('never falls below 16 px in inputs', async () => {
    expect(await sizes('62.5%', '10px')).to.deep.equal([13.75, 16, 28.75, 12.5]);
  });
});
