/** What is refused of an uploaded PDF, however it is written down. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { openPdf } from '../../../src/server/pdf/refuse.ts';
import { pdfStream as stream, rawPdf as pdf } from '../../support/hostile-files.ts';

const codeOf = async (bytes: Buffer) => {
  const opened = await openPdf(bytes);
  return opened.ok ? 'opened' : opened.code;
};

describe('what acts', () => {
  const cases: Readonly<Record<string, Buffer>> = {
    'a script': pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'),
    'a program, its kind by reference': pdf('/OpenAction 10 0 R', '<< /S 11 0 R /F (cmd.exe) >>', '/Launch'),
    'a form that sends itself, by reference': pdf(
      '',
      '<< /S 11 0 R /F (https://x.example) >>',
      '/SubmitForm',
    ),
    'a page of the web on opening': pdf('/OpenAction << /S /URI /URI (https://x.example) >>'),
    'another file on opening': pdf('/OpenAction << /S /GoToR /F (\\\\\\\\x.example\\\\share) /D [0 /Fit] >>'),
    'another file on a press': pdf('', '<< /S /GoToR /F (other.pdf) >>'),
    'a view on opening, and then more': pdf(
      '/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next << /S /Named /N /Print >> >>',
    ),
    'what happens on closing': pdf('/AA << /WC << /S /Named /N /Print >> >>'),
    'files inside': pdf('/Names << /EmbeddedFiles << /Names [(a) 10 0 R] >> >>', '<< /Type /Filespec >>'),
    'a file that hangs on an object': pdf('', '<< /Type /Filespec /EF << /F 11 0 R >> >>', 'null'),
    'a script by an escaped name': pdf('', '<< /S /Java#53cript >>'),
    'a script that hangs on an escaped key': pdf('', '<< /#4aS (app.alert(1)) >>'),
  };
  for (const [what, bytes] of Object.entries(cases))
    test(`is refused: ${what}`, async () => {
      assert.equal(await codeOf(bytes), 'pdf-active-content');
    });

  test('is refused in a catalog that stands in the trailer itself', async () => {
    const inTrailer = pdf()
      .toString('latin1')
      .replace('/Root 1 0 R', '/Root << /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch >> >>');
    assert.equal(await codeOf(Buffer.from(inTrailer, 'latin1')), 'pdf-active-content');
  });
});

describe('what does nothing of itself', () => {
  const cases: Readonly<Record<string, Buffer>> = {
    'a plain form': pdf(),
    'the page that is shown first': pdf('/OpenAction [3 0 R /XYZ null null 0]'),
    'the same as an action': pdf('/OpenAction << /S /GoTo /D [3 0 R /Fit] >>'),
    'a link to press': pdf('', '<< /S /URI /URI (https://example.com) >>'),
    'objects that are packed once': pdf(
      '',
      stream('/Type /ObjStm /N 1 /First 5 /Filter [/FlateDecode]', deflateSync('20 0 << /A 1 >>')),
    ),
  };
  for (const [what, bytes] of Object.entries(cases))
    test(`is taken: ${what}`, async () => {
      assert.equal(await codeOf(bytes), 'opened');
    });
});

describe('what unpacks to too much', () => {
  const zeros = Buffer.alloc(64 * 1024 * 1024, 0x20);
  const once = deflateSync(zeros);
  const twice = deflateSync(once);
  const flate = '/N 1 /First 4 /Filter /FlateDecode';
  const cases: Readonly<Record<string, Buffer>> = {
    once: pdf('', stream(`/Type /ObjStm ${flate}`, once)),
    'by a chain': pdf('', stream('/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]', twice)),
    'by another way of packing': pdf('', stream('/Type /ObjStm /N 1 /First 4 /Filter /LZWDecode', once)),
    'behind a long dictionary': pdf('', stream(`/Type /ObjStm ${flate} /X (${'x'.repeat(2_000)})`, once)),
    'behind a comment': pdf('', stream(`/Type /ObjStm ${flate} %${'x'.repeat(2_000)}\n`, once)),
    'by an escaped name': pdf('', stream(`/Type /Obj#53tm ${flate}`, once)),
    'by a name that stands elsewhere': pdf('', '/ObjStm', stream(`/Type 10 0 R ${flate}`, once)),
    'in a table of places': pdf('', stream(`/Type /XRef /Size 1 /W [1 1 1] /Filter /FlateDecode`, once)),
    'by what a table says of itself': pdf(
      '',
      stream('/Type /XRef /Size 1 /Index [0 4000000000] /W [0 0 0]', Buffer.from('abc')),
    ),
  };
  for (const [how, bytes] of Object.entries(cases))
    test(`is refused unread: ${how}`, { timeout: 20_000 }, async () => {
      assert.equal(await codeOf(bytes), 'pdf-unreadable');
    });
});

describe('what is no document', () => {
  const page = '/Kids [3 0 R] /Count 1';
  const emptied = pdf()
    .toString('latin1')
    .replace(/\/Kids \[[^\]]*\]/, '/Kids []');
  const cases: Readonly<Record<string, Buffer>> = {
    'without a page': Buffer.from(emptied.replace(/\/Count \d+/, '/Count 0'), 'latin1'),
    'with a page only in its count': Buffer.from(emptied, 'latin1'),
    'behind a page of the web': Buffer.concat([Buffer.from('<!doctype html><p>Hello</p>\n'), pdf()]),
    'behind a picture': Buffer.concat([Buffer.from('GIF89a'), pdf()]),
  };
  assert.ok(pdf().includes(page), 'the cases change something');
  for (const [what, bytes] of Object.entries(cases))
    test(`is refused: ${what}`, async () => {
      assert.equal(await codeOf(bytes), 'pdf-unreadable');
    });

  test('may begin with empty lines', async () => {
    assert.equal(await codeOf(Buffer.concat([Buffer.from('\ufeff\r\n '), pdf()])), 'opened');
  });
});

test('a file that is odd says nothing in the log', async (t) => {
  const said = t.mock.method(process.stderr, 'write', () => true);
  assert.equal(await codeOf(pdf('', '<< /Broken ')), 'pdf-unreadable');
  await codeOf(pdf('', '99999999999999999999'));
  assert.equal(said.mock.callCount(), 0);
  console.warn('Others are heard.');
  assert.equal(said.mock.callCount(), 1);
});
