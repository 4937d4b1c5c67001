/** A PDF of one page that the mock makes by hand. It says so, and is no form that anybody could file. */

/** The codes 0x80 to 0x9F of WinAnsiEncoding (ISO 32000-2 annex D). An empty place has no character. */
const highCharacters: readonly string[] = '€,,‚,ƒ,„,…,†,‡,ˆ,‰,Š,‹,Œ,,Ž,,,‘,’,“,”,•,–,—,˜,™,š,›,œ,,ž,Ÿ'.split(
  ',',
);

/** The bytes of one PDF, each as a character of its own (Latin-1). */
type Bytes = string;

/** Returns text as it stands in a content stream: hexadecimal, in the encoding that the font is used with. */
function hexOf(text: string): Bytes {
  const codes = [...text.normalize('NFC')].map((character) => {
    const high = highCharacters.indexOf(character);
    const code = high >= 0 ? high + 0x80 : (character.codePointAt(0) ?? 0);
    return (code < 0x100 ? code : 0x3f).toString(16).padStart(2, '0');
  });
  return `<${codes.join('')}>`;
}

/** Returns a PDF with these lines in Base64 (ISO 32000-2 §7.5 describes its parts). */
export function mockPdf(lines: readonly string[]): string {
  const all = ['Made by the mock of dots-flow/testing. Not a document.', '', ...lines];
  const text = `BT /F1 10 Tf 14 TL 54 738 Td\n${all.map((line) => `${hexOf(line)} Tj T*`).join('\n')}\nET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${text.length}>>\nstream\n${text}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ];
  let file: Bytes = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  return btoa(`${file}${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`);
}
