import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ImageSide } from '../../../src/contract/steps/id-documents.ts';
import type { IdVerificationRequirement } from '../../../src/contract/steps/id-verification.ts';
import { flowProblem } from '../../../src/flow/problem.ts';
import { poseTime } from '../../../src/steps/id-verification/capture/poses.ts';
import module from '../../../src/steps/id-verification/index.ts';
import type { Call } from '../../../src/steps/step-context.ts';
import type { StepElement } from '../../../src/steps/step-element.ts';
import { createMockApi, type MockApi } from '../../../src/testing/index.ts';
import { openWindow } from '../dots-flow/other-window.ts';
import { snapshotAt } from '../../support/snapshots.ts';
import { eventually } from '../eventually.ts';
import {
  choose,
  control,
  errorOf,
  everythingInTheDom,
  fill,
  find,
  focused,
  has,
  mountOnMock,
  mountStep,
  move,
  names,
  pageOf,
  press,
  settled,
  standstill,
  submit,
  text,
  title,
  type MountOptions,
} from '../support.ts';

type Step = StepElement & { requirement: IdVerificationRequirement };

const base = snapshotAt({ at: 'id-verification', steps: ['id-verification'] })
  .current as IdVerificationRequirement;
const license = { country: 'US', document_type: 'drivers-license' } as const;
const front: IdVerificationRequirement = {
  ...base,
  phase: 'capture',
  document: license,
  needs: ['front', 'back', 'selfie'],
};
const selfie: IdVerificationRequirement = { ...base, phase: 'selfie', document: license, needs: ['selfie'] };
const phone = { state: 'opened', code: '4271', role: 'phone', holds: true, expires_in: null } as const;
const starter = { ...phone, role: 'starter', holds: false } as const;

const shows = (element: StepElement, words: string) =>
  eventually(() => text(element).includes(words), `“${words}” is on screen`);

/** Mounts the step and waits for a part of it, which is a module of its own and loaded when it is needed. */
async function mountPart(
  requirement: IdVerificationRequirement,
  words: string,
  options: Parameters<typeof mountStep>[2] = {},
) {
  const mounted = await mountStep(module, requirement, options);
  await shows(mounted.element, words);
  await settled(mounted.element);
  return mounted;
}

/** Mounts the step of somebody in the US, where the payee has sent these photos already. */
async function mount(sent: readonly ImageSide[] | null = null, options: MountOptions = {}) {
  const api = createMockApi(standstill);
  const { id } = api.createFlow({ steps: ['id-verification'], user_id: api.createUser() });
  const other = await openWindow(api, { flowId: id });
  if (sent) await other.does('/id-verification/document', license);
  for (const side of sent ?? []) await other.sends(side);
  return { api, ...(await mountOnMock<Step>(module, api, { id }, options)) };
}
/** Mounts the step at the front of a licence, or behind the photos that were sent. */
async function mountAt(words: string, sent: readonly ImageSide[] = [], options?: MountOptions) {
  const mounted = await mount(sent, options);
  await shows(mounted.element, words);
  await settled(mounted.element);
  return mounted;
}
/** Returns the sides of which a photo was sent, oldest first. */
const sidesSent = ({ calls }: MockApi) =>
  calls
    .filter(({ name }) => name === 'POST /session/id-verification/uploads')
    .map(({ body }) => (body as { side: string }).side);

/** Returns a picture as a camera would file it: bright, with something on it. */
function drawn(width = 1200, height = 900): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d') ?? expect.fail('no canvas to draw on');
  context.fillStyle = '#d8d8d0';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#222';
  for (let line = 0; line < 12; line += 1) context.fillText('ADA EXAMPLE 31 JAN 1990', 40, 60 + line * 60);
  return new Promise((resolve) =>
    canvas.toBlob((blob) => resolve(blob ?? expect.fail('no picture')), 'image/jpeg'),
  );
}

async function give(element: StepElement, file: File): Promise<void> {
  const data = new DataTransfer();
  data.items.add(file);
  const input = control(element, 'photo');
  input.files = data.files;
  input.dispatchEvent(new Event('change'));
  await settled(element);
}

const asFile = async (width?: number, height?: number) =>
  new File([await drawn(width, height)], 'id.jpg', { type: 'image/jpeg' });

/* A camera that is a canvas. */

const real = Object.getOwnPropertyDescriptor(Navigator.prototype, 'mediaDevices');
const tracks: MediaStreamTrack[] = [];
const asked: MediaStreamConstraints[] = [];

function camera(answer: () => Promise<MediaStream> = canvasStream): void {
  Object.defineProperty(navigator, 'mediaDevices', {
    configurable: true,
    value: {
      getUserMedia: async (constraints: MediaStreamConstraints) => {
        asked.push(constraints);
        const stream = await answer();
        tracks.push(...stream.getTracks());
        return stream;
      },
    },
  });
}

let painting: ReturnType<typeof setInterval> | undefined;
let unplug: () => void;

async function canvasStream(): Promise<MediaStream> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 960 });
  const image = await createImageBitmap(await drawn(1280, 960));
  const paint = () => canvas.getContext('2d')?.drawImage(image, 0, 0);
  paint();
  painting = setInterval(paint, 50);
  const stream = canvas.captureStream(20);
  const [track] = stream.getVideoTracks();
  // In Firefox only the browser can tell the listeners of a track anything. So the camera calls them itself.
  const listeners = new EventTarget();
  Object.assign(track ?? {}, { addEventListener: listeners.addEventListener.bind(listeners) });
  unplug = () => listeners.dispatchEvent(new Event('ended'));
  return stream;
}

const failsWith = (name: string) => () => Promise.reject(new DOMException('no', name));
const cameraIsOn = () => tracks.some(({ readyState }) => readyState === 'live');

afterEach(() => {
  clearInterval(painting);
  for (const track of tracks.splice(0)) track.stop();
  asked.length = 0;
  delete (navigator as { mediaDevices?: unknown }).mediaDevices;
  if (real) Object.defineProperty(Navigator.prototype, 'mediaDevices', real);
});

function paste(file: File, where: EventTarget = document): void {
  // Firefox gives the event a clipboard of its own, whatever it is made with.
  const event = new ClipboardEvent('paste', {
    clipboardData: new DataTransfer(),
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  event.clipboardData?.items.add(file);
  where.dispatchEvent(event);
}

async function openCamera(element: StepElement): Promise<void> {
  await press(element, 'Open the camera');
  await eventually(
    () => element.renderRoot.querySelector('[part="camera"]:not([data-hint="opening"])'),
    'the camera gives pictures',
  );
  await settled(element);
}

describe('id-verification, choosing a document', () => {
  it('asks for the country and the document, under the wire names, and says why', async () => {
    const { element } = await mount();
    expect(names(element)).to.deep.equal(['country', 'document_type']);
    expect(control<HTMLSelectElement & HTMLInputElement>(element, 'country').value).to.equal('US');
    expect(text(element)).to.include('Ada Example').and.to.include('stored encrypted');
    await expect(element).to.be.accessible();
  });

  it('sends what was chosen', async () => {
    const { element, sent } = await mount();
    await choose(element, 'document_type', 'passport');
    await submit(element);
    expect(sent).to.deep.equal([
      {
        method: 'POST',
        path: '/id-verification/document',
        body: { country: 'US', document_type: 'passport' },
      },
    ]);
  });

  it('says what is missing and sends nothing', async () => {
    const { element, sent } = await mountStep(module, { ...base, default_country: null });
    await submit(element);
    expect(errorOf(element, 'country')).to.include('Choose the country');
    expect(errorOf(element, 'document_type')).to.include('Choose the ID');
    expect(focused(element)).to.equal('country');
    expect(sent).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('offers no ID card where there is none', async () => {
    const { element } = await mount();
    find(element, 'select').dispatchEvent(new PointerEvent('pointerdown'));
    await choose(element, 'document_type', 'id-card');
    await fill(element, { country: 'GB' });
    expect(element.renderRoot.querySelector('[value="id-card"]')).to.equal(null);
    await submit(element);
    expect(errorOf(element, 'document_type')).to.include('no such document');
  });

  it('says to whom it was brought by a list of names that money cannot go to', async () => {
    const { element } = await mountStep(module, { ...base, reason: 'screening' });
    expect(text(element)).to.include('resembles one on a list');
    await expect(element).to.be.accessible();
  });

  it('says again why the last try was not accepted', async () => {
    const { element } = await mountStep(module, { ...base, rejection: 'expired' });
    expect(text(element)).to.include('This document has expired');
    await expect(element).to.be.accessible();
  });
});

describe('id-verification, a part that is loaded', () => {
  // This test comes first of those with a camera, because afterwards the page has its chunk.
  it('keeps the room of what comes', async () => {
    const { element, push } = await mount();
    find(element, '[type=submit]').focus();
    element.requirement = front;
    await new Promise((resolve) => element.addEventListener('dots-rendered', resolve, { once: true }));
    expect(has(element, '.stage')).to.equal(true);
    expect(find(element, '.stack').getAttribute('aria-busy')).to.equal('true');
    await push(front);
    await shows(element, 'Open the camera');
    expect(has(element, '.stack[aria-busy]')).to.equal(false);
    await eventually(() => focused(element) === 'title', 'its heading has the focus');
  });

  it('opens nothing when it comes after the step was taken out of the page, and comes again with it', async () => {
    const pasted: unknown[] = [];
    const listen = document.addEventListener.bind(document);
    document.addEventListener = (...given: Parameters<typeof listen>) => {
      if (given[0] === 'paste') pasted.push(given[1]);
      listen.apply(document, given);
    };
    try {
      const { element } = await mount();
      const parent = pageOf(element);
      element.requirement = front;
      element.remove();
      await settled(element);
      await new Promise((resolve) => setTimeout(resolve));
      expect(pasted).to.have.length(0);
      parent.append(element);
      await shows(element, 'Open the camera');
      expect(pasted).to.have.length(1);
    } finally {
      document.addEventListener = listen;
    }
  });
});

describe('id-verification, with a camera', () => {
  it('asks for the camera when it is needed and not before, and never for the microphone', async () => {
    camera();
    const { element } = await mountAt('Front of your driver’s license');
    await expect(element).to.be.accessible();
    expect(asked).to.deep.equal([]);
    await openCamera(element);
    expect(asked).to.have.lengthOf(1);
    expect(asked[0]?.audio).to.equal(false);
    expect((asked[0]?.video as MediaTrackConstraints).facingMode).to.deep.equal({ ideal: 'environment' });
    await expect(element).to.be.accessible();
  });

  it('goes on with the picture while something is said of it', async () => {
    camera();
    const { element } = await mountAt('Open the camera');
    await openCamera(element);
    const video = find<HTMLVideoElement>(element, 'video');
    await eventually(() => video.readyState >= video.HAVE_CURRENT_DATA, 'there is a picture');
    element.requestUpdate();
    await element.updateComplete;
    expect(video.readyState).to.be.at.least(video.HAVE_CURRENT_DATA);
  });

  it('takes a photo, switches the camera off, and lets it be looked at before anything is sent', async () => {
    camera();
    const { element } = await mountAt('Open the camera');
    await openCamera(element);
    await press(element, 'Take the photo');
    await shows(element, 'Can you read every word?');
    expect(cameraIsOn()).to.equal(false);
    expect(find<HTMLImageElement>(element, '[part="photo"] img').src).to.match(/^blob:/);
    await expect(element).to.be.accessible();
    await press(element, 'Take it again');
    await eventually(cameraIsOn, 'the camera is on again');
  });

  it('takes a photo anew with the camera also after its sending was canceled', async () => {
    camera();
    const call: Call = () => new Promise(() => undefined);
    const { element } = await mountPart(front, 'Open the camera', { call });
    await openCamera(element);
    await press(element, 'Take the photo');
    await shows(element, 'Use this photo');
    await press(element, 'Use this photo');
    await shows(element, 'Sending your photo');
    await press(element, 'Cancel');
    await press(element, 'Take it again');
    await eventually(cameraIsOn, 'the camera is on again');
  });

  it('sends the photo with its progress and goes on to the back', async () => {
    camera();
    const mounted = await mountAt('Open the camera');
    const { api, element, announced } = mounted;
    await openCamera(element);
    await press(element, 'Take the photo');
    await shows(element, 'Use this photo');
    await press(element, 'Use this photo');
    await shows(element, 'Back of your driver’s license');
    await settled(element);
    expect(sidesSent(api)).to.deep.equal(['front']);
    expect(announced).to.include('Your photo has arrived.');
    expect(focused(element)).to.equal('title');
    await expect(element).to.be.accessible();
  });

  it('leads through three photos of the face, sends them all, the needed one last, and submits', async () => {
    camera();
    const usual = poseTime.milliseconds;
    poseTime.milliseconds = 20;
    try {
      const { api, element, announced, sent, done } = await mountAt('Now a photo of you', ['front', 'back']);
      const before = sidesSent(api).length;
      await openCamera(element);
      expect((asked[0]?.video as MediaTrackConstraints).facingMode).to.deep.equal({ ideal: 'user' });
      await press(element, 'Begin');
      await shows(element, 'Is this you, clearly?');
      expect(announced).to.include.members([
        'Look straight ahead',
        'Turn your head a little to one side',
        'Look ahead and come closer',
      ]);
      expect(element.renderRoot.querySelectorAll('[part="photo"] img')).to.have.lengthOf(3);
      await settled(element);
      await expect(element).to.be.accessible();
      await press(element, 'Use and send');
      await eventually(() => sent.length, 'the photos are submitted');
      expect(sidesSent(api).slice(before)).to.deep.equal(['selfie-closer', 'selfie-turned', 'selfie']);
      expect(sent).to.deep.equal([{ method: 'POST', path: '/id-verification/submit', body: {} }]);
      await done();
      expect(element.requirement.phase).to.equal('review');
    } finally {
      poseTime.milliseconds = usual;
    }
  });

  it('submits too when the server tells that everything is there before it has answered the last piece', async () => {
    const api = createMockApi(standstill);
    const { id } = api.createFlow({ steps: ['id-verification'], user_id: api.createUser() });
    const other = await openWindow(api, { flowId: id });
    await other.does('/id-verification/document', license);
    for (const side of ['front', 'back'] as const) await other.sends(side);
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const answer = await api.fetch(input, init);
      if (init?.method === 'PATCH') await mounted.catchUp();
      init?.signal?.throwIfAborted();
      return answer;
    };
    const mounted = await mountOnMock(module, { ...api, fetch }, { id });
    await shows(mounted.element, 'Now a photo of you');
    await give(mounted.element, await asFile());
    await shows(mounted.element, 'Is this you, clearly?');
    await press(mounted.element, 'Use and send');
    await eventually(() => mounted.sent.length, 'the photo is submitted');
    expect(mounted.sent).to.deep.equal([{ method: 'POST', path: '/id-verification/submit', body: {} }]);
  });

  it('switches the camera off when it is closed, when the element goes, and when the page is in the background', async () => {
    camera();
    const { element } = await mountAt('Open the camera');
    await openCamera(element);
    await press(element, 'Close the camera');
    expect(cameraIsOn()).to.equal(false);

    await openCamera(element);
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    document.dispatchEvent(new Event('visibilitychange'));
    expect(cameraIsOn()).to.equal(false);
    delete (document as { hidden?: boolean }).hidden;
    document.dispatchEvent(new Event('visibilitychange'));
    await eventually(cameraIsOn, 'the camera is on again');

    element.remove();
    expect(cameraIsOn()).to.equal(false);
  });

  it('lets go of a camera that is given after the payee went away', async () => {
    let give: (stream: MediaStream) => void = () => undefined;
    camera(() => new Promise((resolve) => (give = resolve)));
    const { element } = await mountAt('Open the camera');
    await press(element, 'Open the camera');
    await press(element, 'Close the camera');
    give(await canvasStream());
    await eventually(() => tracks.length && !cameraIsOn(), 'the camera is off');
  });

  const troubles: readonly (readonly [string, () => Promise<MediaStream>, string])[] = [
    ['no camera', failsWith('NotFoundError'), 'No camera was found'],
    // WebKitGTK really says this on a machine without a camera. Chromium and Firefox say NotFoundError.
    ['no camera, told by WebKit', failsWith('OverconstrainedError'), 'No camera was found'],
    ['a camera that another app uses', failsWith('NotReadableError'), 'Another app is using the camera'],
  ];
  for (const [name, answer, words] of troubles) {
    it(`says in its own words that there is ${name}, with the upload at hand`, async () => {
      camera(answer);
      const { element } = await mountAt('Open the camera');
      await press(element, 'Open the camera');
      await shows(element, words);
      await settled(element);
      expect(control(element, 'photo').type).to.equal('file');
      await expect(element).to.be.accessible();
      camera();
      await press(element, 'Try the camera again');
      await eventually(cameraIsOn, 'the camera is on');
    });
  }

  for (const [state, words] of [
    ['denied', 'switched off for this page'],
    ['prompt', 'got no answer'],
  ] as const) {
    it(`tells a no (${state}) from a question that was only closed`, async () => {
      camera(failsWith('NotAllowedError'));
      const query = navigator.permissions.query.bind(navigator.permissions);
      navigator.permissions.query = () => Promise.resolve({ state } as PermissionStatus);
      try {
        const { element } = await mountAt('Open the camera');
        await press(element, 'Open the camera');
        await shows(element, words);
        await expect(element).to.be.accessible();
      } finally {
        navigator.permissions.query = query;
      }
    });
  }

  it('does not ask where the page may not, and says that asking again is of no use', async () => {
    camera();
    Object.defineProperty(document, 'featurePolicy', {
      configurable: true,
      value: { allowsFeature: () => false },
    });
    try {
      const { element } = await mountAt('Open the camera');
      await press(element, 'Open the camera');
      await shows(element, 'does not let its pages use the camera');
      expect(asked).to.deep.equal([]);
      expect(text(element)).not.to.include('Try the camera again');
      await expect(element).to.be.accessible();
    } finally {
      delete (document as { featurePolicy?: unknown }).featurePolicy;
    }
  });

  it('tells a browser that opens no camera from a page that may not have one', async () => {
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: undefined });
    const { element } = await mountAt('Open the camera');
    await press(element, 'Open the camera');
    await shows(element, 'This browser opens no camera here');
    expect(text(element)).not.to.include('Try the camera again');
    await expect(element).to.be.accessible();
  });

  describe('judges the picture', () => {
    const { Worker: RealWorker } = window;
    type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
    const canvases: {
      getImageData: (this: Context, ...area: [number, number, number, number]) => ImageData;
    }[] = [CanvasRenderingContext2D.prototype, OffscreenCanvasRenderingContext2D.prototype];
    const originals = canvases.map(({ getImageData }) => getImageData);
    /** How often the page's own thread had a look at pixels. */
    let looks = 0;
    beforeEach(() => {
      looks = 0;
      for (const [at, canvas] of canvases.entries())
        canvas.getImageData = function (...area) {
          looks += 1;
          return originals[at]?.apply(this, area) ?? expect.fail('no pixels');
        };
    });
    afterEach(() => {
      for (const [at, original] of originals.entries())
        Object.assign(canvases[at] ?? {}, { getImageData: original });
      window.Worker = RealWorker;
    });

    it('in a worker', async () => {
      camera();
      const { element } = await mountAt('Open the camera');
      await openCamera(element);
      expect(looks).to.equal(0);
    });

    for (const [what, BadWorker] of [
      ['may not have one', null],
      [
        'has one that breaks',
        class extends EventTarget {
          postMessage() {
            this.dispatchEvent(new Event('error'));
          }
          terminate() {
            // There is nothing behind it.
          }
        },
      ],
    ] as const)
      it(`on its own thread where the page ${what}`, async () => {
        if (BadWorker) window.Worker = BadWorker as unknown as typeof Worker;
        else
          window.Worker = function () {
            throw new DOMException('not here', 'SecurityError');
          } as unknown as typeof Worker;
        camera();
        const { element } = await mountAt('Open the camera');
        await openCamera(element);
        expect(looks).to.be.above(0);
      });
  });

  it('says that it was unplugged', async () => {
    camera();
    const { element } = await mountAt('Open the camera');
    await openCamera(element);
    unplug();
    await shows(element, 'The camera stopped');
    await settled(element);
    expect(focused(element)).to.equal('title');
    await expect(element).to.be.accessible();
    expect(cameraIsOn()).to.equal(false);
  });
});

describe('id-verification, with a file', () => {
  it('makes a huge photo small, and nothing of the file but its pixels is left', async () => {
    const mounted = await mountAt('Upload a photo');
    const jpeg = await drawn(5000, 4000);
    // An EXIF segment with words that could be a place or a name.
    const note = new TextEncoder().encode('Exif\0\0 secret place');
    const exif = new Uint8Array([0xff, 0xe1, 0, note.length + 2, ...note]);
    // The file is in one piece, as a file on a disk is: Firefox tells the kind of a picture by the first
    // piece alone.
    const bytes = await new Blob([jpeg.slice(0, 2), exif, jpeg.slice(2)]).arrayBuffer();
    await give(mounted.element, new File([bytes], 'id.jpg', { type: 'image/jpeg' }));
    await shows(mounted.element, 'Can you read every word?');
    const photo = find<HTMLImageElement>(mounted.element, '[part="photo"] img');
    await photo.decode();
    expect([photo.naturalWidth, photo.naturalHeight]).to.deep.equal([2400, 1920]);
    expect(await fetch(photo.src).then((answer) => answer.text())).not.to.include('secret place');
    await press(mounted.element, 'Use this photo');
    await shows(mounted.element, 'Back of your driver’s license');
    expect(sidesSent(mounted.api)).to.deep.equal(['front']);
  });

  for (const [width, height] of [
    [900, 1600],
    [1600, 900],
    [2400, 800],
  ] as const)
    it(`shows a photo of ${width} × ${height} whole, with all its corners`, async () => {
      const { element } = await mountAt('Upload a photo');
      await give(element, await asFile(width, height));
      await shows(element, 'Can you read every word?');
      const photo = find<HTMLImageElement>(element, '[part="photo"] img');
      await photo.decode();
      const box = photo.getBoundingClientRect();
      const frame = find(element, '[part="photo"]').getBoundingClientRect();
      expect(box.top).to.be.at.least(frame.top - 1);
      expect(box.bottom).to.be.at.most(frame.bottom + 1);
      expect(box.left).to.be.at.least(frame.left - 1);
      expect(box.right).to.be.at.most(frame.right + 1);
      expect(getComputedStyle(photo).objectFit).to.equal('contain');
    });

  it('says of each photo what it shows', async () => {
    const { element } = await mountAt('Upload a photo');
    const alt = async (heading: string) => {
      await give(element, await asFile());
      await shows(element, heading);
      return find<HTMLImageElement>(element, '[part="photo"] img').alt;
    };
    expect(await alt('Can you read every word?')).to.equal('Your photo: Front of your driver’s license');
    await press(element, 'Use this photo');
    await shows(element, 'Back of your driver’s license');
    expect(await alt('Can you read every word?')).to.equal('Your photo: Back of your driver’s license');
    await press(element, 'Use this photo');
    await shows(element, 'Now a photo of you');
    expect(await alt('Is this you, clearly?')).to.equal('A photo of you');
  });

  it('takes a photo that is dropped or pasted', async () => {
    const { element } = await mountAt('Upload a photo');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(await asFile());
    const area = find(element, '[part="drop"]');
    area.dispatchEvent(new DragEvent('dragenter', { dataTransfer, cancelable: true }));
    await shows(element, 'Let go to use this photo');
    await expect(element).to.be.accessible();
    area.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    await shows(element, 'Can you read every word?');
    await press(element, 'Take it again');
    await shows(element, 'Upload a photo');
    paste(await asFile());
    await shows(element, 'Can you read every word?');
  });

  for (const [name, file, words] of [
    [
      'HEIC that this browser cannot open',
      () => new File(['\0\0\0\x18ftypheic\0\0\0\0'], 'a.heic'),
      'cannot open HEIC',
    ],
    ['no picture', () => new File(['%PDF-1.7'], 'a.pdf'), 'not a photo that can be used'],
    [
      'damaged',
      () => new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4])], 'a.jpg'),
      'damaged or incomplete',
    ],
    ['too small', () => asFile(200, 100), 'too small to be read'],
  ] as const) {
    it(`says what is wrong with a file that is ${name}, and takes another one`, async () => {
      const { element } = await mountAt('Upload a photo');
      await give(element, await file());
      await shows(element, words);
      await settled(element);
      await expect(element).to.be.accessible();
      await give(element, await asFile());
      await shows(element, 'Can you read every word?');
    });
  }

  it('takes a photo that is pasted after the step was moved', async () => {
    const { element } = await mountAt('Upload a photo');
    move(element);
    await settled(element);
    paste(await asFile());
    await shows(element, 'Can you read every word?');
  });

  it('leaves a picture to the text that it is pasted into', async () => {
    const { element } = await mountAt('Upload a photo');
    const editor = Object.assign(document.createElement('div'), {
      contentEditable: 'true',
      innerHTML: '<p>To whom it may concern</p>',
    });
    const input = document.createElement('input');
    const page = pageOf(element);
    page.append(editor, input);
    for (const where of [editor.firstElementChild ?? editor, input]) paste(await asFile(), where);
    await settled(element);
    expect(title(element)).to.include('Front of your driver’s license');
    paste(await asFile(), page);
    await shows(element, 'Can you read every word?');
  });

  it('keeps a photo that is looked at while the step is moved, and lets go of it when the step goes', async () => {
    const mounted = await mountAt('Upload a photo');
    const { api, element } = mounted;
    await give(element, await asFile());
    await shows(element, 'Can you read every word?');
    move(element);
    await settled(element);
    const { src } = find<HTMLImageElement>(element, '[part="photo"] img');
    expect((await (await fetch(src)).blob()).size).to.be.above(0);
    const parent = pageOf(element);
    element.remove();
    expect(await fetch(src).catch(() => 'gone')).to.equal('gone');
    parent.append(element);
    await settled(element);
    await press(element, 'Use this photo');
    await shows(element, 'Back of your driver’s license');
    expect(sidesSent(api)).to.deep.equal(['front']);
  });

  it('keeps the photo while there is no connection, says so, and goes on by itself', async () => {
    const mounted = await mountAt('Upload a photo');
    const { element } = mounted;
    await give(element, await asFile());
    await shows(element, 'Use this photo');
    mounted.api.faults.offline(true);
    await press(element, 'Use this photo');
    await shows(element, 'No connection');
    await settled(element);
    await expect(element).to.be.accessible();
    mounted.api.faults.offline(false);
    await shows(element, 'Back of your driver’s license');
  });

  it('keeps the photo when the server took it but cannot be asked what follows, and says so', async () => {
    const mounted = await mountAt('Upload a photo');
    mounted.api.faults.fail('service-unavailable', { call: 'GET /session', times: 3 });
    const { element } = mounted;
    await give(element, await asFile());
    await shows(element, 'Use this photo');
    await press(element, 'Use this photo');
    await shows(element, 'We could not reach the server');
    await settled(element);
    expect(has(element, 'progress')).to.equal(false);
    await expect(element).to.be.accessible();
    await press(element, 'Use this photo');
    await shows(element, 'Back of your driver’s license');
  });

  it('keeps the photo when sending fails or is canceled', async () => {
    let answer: Awaited<ReturnType<Call>> = { ok: false, problem: flowProblem('too-many-requests') };
    const call: Call = (_, __, signal) =>
      answer.ok
        ? new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
        : Promise.resolve(answer);
    const { element } = await mountPart(front, 'Upload a photo', { call });
    await give(element, await asFile());
    await shows(element, 'Use this photo');
    await press(element, 'Use this photo');
    await shows(element, 'a bit too often');
    await settled(element);
    await expect(element).to.be.accessible();
    answer = { ok: true, body: null };
    await press(element, 'Use this photo');
    await shows(element, 'Sending your photo');
    await settled(element);
    expect(has(element, 'progress')).to.equal(true);
    await expect(element).to.be.accessible();
    await press(element, 'Cancel');
    await shows(element, 'Use this photo');
  });

  it('is worked by keys alone', async () => {
    const { element } = await mountAt('Upload a photo');
    element.focus();
    const reached = () =>
      element.shadowRoot?.activeElement?.closest('label, button')?.textContent?.trim().split('\n')[0];
    expect(reached()).to.equal('Open the camera');
    await sendKeys({ press: 'Tab' });
    expect(reached()).to.equal('Upload a photo');
    // It goes no further than the page. Firefox would go on to its own buttons, and give the focus back to no
    // later page.
    await sendKeys({ press: 'Tab' });
    expect(reached()).to.equal('Use another document');
  });
});

describe('id-verification, on two devices', () => {
  const link = 'https://pay.example/flow/x#handoff=c2VjcmV0';
  const handoff = { url: link, code: '4271', expires_at: '2026-11-22T20:00:00.000Z', expires_in: 600 };

  const makeLink = 'POST /session/id-verification/handoff';
  async function mountLink(words = 'The link works for', arrange: (api: MockApi) => void = () => {}) {
    const mounted = await mountAt('Open the camera');
    const { api, element } = mounted;
    arrange(api);
    await press(element, 'Continue on your phone');
    await shows(element, words);
    await settled(element);
    const made = () => api.calls.filter(({ name }) => name === makeLink);
    return { ...mounted, made, code: () => element.requirement.handoff.code?.split('').join(' ') };
  }

  it('shows the link as a QR code with the code to compare, and the secret nowhere', async () => {
    const { element, made, code } = await mountLink();
    expect(made()).to.have.length(1);
    expect(focused(element)).to.equal('title');
    expect(find(element, 'svg.qr').getAttribute('aria-label')).to.include('QR code');
    expect(text(element)).to.include(code()).and.to.include('10 minutes');
    expect(everythingInTheDom(element)).not.to.include('#handoff');
    await expect(element).to.be.accessible();
  });

  it('copies the link, or lets it be copied by hand', async () => {
    const { element } = await mountLink();
    const copied: string[] = [];
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (value: string) => void copied.push(value) },
    });
    await press(element, 'Copy the link');
    await shows(element, 'Copied');
    expect(copied).to.have.length(1);
    expect(copied[0]).to.match(/^https:\/\/pay\.example\/flow\/.*#handoff=.{20}/);
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: failsWith('NotAllowedError') },
    });
    await press(element, 'Copied');
    await shows(element, 'copy it yourself');
    expect(find<HTMLInputElement>(element, '#link').value).to.equal(copied[0]);
    await settled(element);
    await expect(element).to.be.accessible();
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  });

  it('goes on with its link when the step is moved, and makes no other', async () => {
    const { element, made } = await mountLink();
    move(element);
    element.requestUpdate();
    await settled(element);
    expect(has(element, 'svg.qr')).to.equal(true);
    expect(text(element)).to.include('The link works for');
    expect(made()).to.have.length(1);
  });

  for (const [what, meanwhile] of [
    ['its button is pressed', (element: StepElement) => press(element, 'Copy the link')],
    ['the step is moved', move],
  ] as const)
    it(`makes one link also when ${what} while it is made`, async () => {
      const calls: string[] = [];
      let answer: () => void = () => undefined;
      const { element } = await mountPart(front, 'Open the camera', {
        call: (path) => (
          calls.push(path),
          new Promise((resolve) => (answer = () => resolve({ ok: true, body: handoff })))
        ),
      });
      await press(element, 'Continue on your phone');
      await shows(element, 'Copy the link');
      await meanwhile(element);
      await settled(element);
      answer();
      await eventually(() => has(element, 'svg.qr'), 'the link is there');
      expect(calls).to.have.length(1);
    });

  it('says when no link could be made, and goes back to this device', async () => {
    const { element } = await mountLink('Make a new link', ({ faults }) =>
      faults.fail('service-unavailable', { call: makeLink, times: 3 }),
    );
    expect(text(element)).to.include('busy at the moment');
    await expect(element).to.be.accessible();
    await press(element, 'Stay on this device');
    await shows(element, 'Open the camera');
  });

  it('says so, too, when the answer is of somebody else', async () => {
    const { element } = await mountAt('Open the camera', [], {
      call: async () => ({ ok: true, body: { ok: true } }),
    });
    await press(element, 'Continue on your phone');
    await shows(element, 'Make a new link');
    expect(text(element)).to.include('does not understand');
    await press(element, 'Stay on this device');
    await shows(element, 'Open the camera');
  });

  it('says when the time of the link is over, and makes a new one', async () => {
    const calls: string[] = [];
    const { element } = await mountAt('Open the camera', [], {
      // A link that lives a moment: nobody waits ten minutes here.
      call: async (path) => (calls.push(path), { ok: true, body: { ...handoff, expires_in: 0 } }),
    });
    await press(element, 'Continue on your phone');
    await shows(element, 'This link has expired');
    await settled(element);
    await expect(element).to.be.accessible();
    await press(element, 'Make a new link');
    expect(calls).to.have.length(2);
  });

  it('waits while the phone has it, shows the same code, and takes it back', async () => {
    const copied: string[] = [];
    const writeText = async (value: string) => void copied.push(value);
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    const { api, element, sent, done, catchUp, code } = await mountLink();
    await press(element, 'Copy the link');
    await eventually(() => copied.length, 'the link is copied');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    await openWindow(api, { handoff: copied[0]?.split('#handoff=')[1] ?? '' });
    await catchUp();
    expect(title(element)).to.equal('Go on with your phone');
    expect(focused(element)).to.equal('title');
    expect(text(element)).to.include(code());
    await expect(element).to.be.accessible();
    await press(element, 'Go on here instead');
    expect(sent).to.deep.equal([{ method: 'POST', path: '/id-verification/handoff/cancel', body: {} }]);
    await done();
    await shows(element, 'Open the camera');
  });

  it('on the phone asks first whether the codes are the same', async () => {
    const { element } = await mountStep(module, { ...front, handoff: phone });
    expect(text(element)).to.include('4 2 7 1').and.to.include('Did somebody send you this link');
    await expect(element).to.be.accessible();
    find(element, '[type=submit]').focus();
    await submit(element);
    await shows(element, 'Open the camera');
    await eventually(() => focused(element) === 'title', 'its heading has the focus');
    expect(text(element)).not.to.include('Continue on your phone');
  });

  it('stops on the phone when they are not', async () => {
    const { element, sent } = await mountStep(module, { ...front, handoff: phone });
    await press(element, 'They differ');
    expect(title(element)).to.equal('Stop here');
    await expect(element).to.be.accessible();
    expect(sent).to.deep.equal([]);
    await press(element, 'Back to the code');
    expect(title(element)).to.include('other screen’s code');
  });

  it('tells the phone that the other screen went on, and takes the step back there', async () => {
    const { element, push, sent } = await mountStep(module, { ...front, handoff: phone });
    await push({ ...front, handoff: { ...phone, state: 'canceled', holds: false } });
    expect(title(element)).to.equal('You went on at the other screen');
    await expect(element).to.be.accessible();
    await submit(element);
    expect(sent).to.deep.equal([{ method: 'POST', path: '/id-verification/handoff/take', body: {} }]);
  });

  it('switches the camera off when the step is taken back while it is on', async () => {
    camera();
    const { element, push } = await mountAt('Open the camera');
    await openCamera(element);
    await push({ ...front, handoff: starter });
    expect(cameraIsOn()).to.equal(false);
  });

  it('tells the phone that it is done', async () => {
    const { element } = await mountStep(module, {
      ...front,
      phase: 'done',
      handoff: { ...phone, state: 'done', holds: false },
    });
    expect(title(element)).to.equal('Done on this phone');
    await expect(element).to.be.accessible();
  });
});

describe('id-verification, the verdict', () => {
  const review: IdVerificationRequirement = { ...selfie, phase: 'review', needs: [] };

  it('waits, and says what happens next; days when a person has to look', async () => {
    const { element, push } = await mountStep(module, review);
    expect(text(element)).to.include('less than a minute');
    await expect(element).to.be.accessible();
    await push({ ...review, manual: true });
    expect(text(element)).to.include('three working days').and.to.include('You may close this page');
    await expect(element).to.be.accessible();
  });

  it('says where word of it will come, and only the way back where nobody writes', async () => {
    const { element, push } = await mountStep(module, review);
    expect(text(element)).to.include('The same link brings you back').and.not.to.include('you get a text');
    const notification = { channel: 'sms', to: '+1 ••• ••• 0100' } as const;
    await push({ ...review, notification });
    expect(text(element)).to.include('longer than ten minutes, you get a text at +1 ••• ••• 0100');
    await push({ ...review, manual: true, notification });
    expect(text(element)).to.include('You get a text at +1 ••• ••• 0100 as soon as there is a result.');
    await expect(element).to.be.accessible();
  });

  it('says why it was rejected and how many tries are left, and tries again', async () => {
    const { element, sent, push } = await mountStep(module, {
      ...review,
      phase: 'rejected',
      rejection: 'glare',
      tries_left: 2,
    });
    expect(text(element)).to.include('A reflection hid part of a photo').and.to.include('2 tries left');
    await expect(element).to.be.accessible();
    await push({ ...review, phase: 'rejected', rejection: 'blurred', tries_left: 1 });
    expect(text(element)).to.include('one try left');
    await submit(element);
    expect(sent).to.deep.equal([{ method: 'POST', path: '/id-verification/restart', body: {} }]);
  });

  it('has words for a reason that only a newer server knows', async () => {
    const { element } = await mountStep(module, {
      ...review,
      phase: 'rejected',
      rejection: 'too-shiny' as never,
      tries_left: 2,
    });
    expect(text(element)).to.include('could not be confirmed');
    await expect(element).to.be.accessible();
  });

  it('says where to turn when no tries are left', async () => {
    const { element } = await mountStep(module, {
      ...review,
      phase: 'failed',
      rejection: 'expired',
      tries_left: 0,
    });
    expect(text(element)).to.include('Write to Acme').and.to.include('has expired');
    expect(element.renderRoot.querySelector('button')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('sends photos that are all there already', async () => {
    const { element, sent } = await mountStep(module, { ...selfie, needs: [] });
    await expect(element).to.be.accessible();
    await submit(element);
    expect(sent.map(({ path }) => path)).to.deep.equal(['/id-verification/submit']);
  });
});
