/**
 * The PDF form that the demo's partner has its makers sign. It is made here, so that there is no binary file
 * in the repository.
 */
import { PDFDocument, StandardFonts } from 'pdf-lib';

export async function agreement(): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  const [font, bold] = [
    await pdf.embedFont(StandardFonts.Helvetica),
    await pdf.embedFont(StandardFonts.HelveticaBold),
  ];
  const page = pdf.addPage([612, 792]);
  page.drawText('Pomelo maker agreement', { x: 54, y: 716, size: 20, font: bold });
  page.drawText('I sell what I make on Pomelo. Pomelo pays me for every sale, less the fee we agreed on.', {
    x: 54,
    y: 686,
    size: 11,
    font,
  });

  const form = pdf.getForm();
  const at = (y: number) => ({ x: 200, y: y - 6, width: 300, height: 22 });
  const label = (text: string, y: number) => page.drawText(text, { x: 54, y, size: 11, font });

  label('Name', 640);
  const name = form.createTextField('name');
  name.enableRequired();
  name.addToPage(page, at(640));
  label('Name of the shop', 600);
  form.createTextField('shop').addToPage(page, at(600));
  label('What you make', 560);
  const craft = form.createDropdown('craft');
  craft.addOptions(['Ceramics', 'Textiles', 'Wood', 'Something else']);
  craft.addToPage(page, at(560));
  label('I make it all myself', 520);
  const own = form.createCheckBox('own_work');
  own.enableRequired();
  own.addToPage(page, { x: 200, y: 516, width: 14, height: 14 });
  return Uint8Array.from(await pdf.save());
}

/** The fields' labels on screen, and what they start with. */
export const agreementFields = {
  name: { label: 'Your name', prefill: '{{full_name}}' },
  shop: { label: 'Name of the shop' },
  craft: { label: 'What you make' },
  own_work: { label: 'I make everything that I sell myself' },
};
