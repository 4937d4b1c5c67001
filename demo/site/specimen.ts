/** Gives a picture to a control that asks for one: a card that says that it is none. */
export async function specimen(input: HTMLInputElement): Promise<boolean> {
  if (input.files?.length) return false;
  const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 860 });
  const context = canvas.getContext('2d');
  if (!context) return false;
  context.fillStyle = '#dfe6ee';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#26323f';
  context.font = '600 72px sans-serif';
  context.fillText('SPECIMEN', 90, 170);
  context.font = '40px sans-serif';
  context.fillText('This is no document. It is a picture for a sandbox.', 90, 250);
  // Something sharp for whoever looks whether the picture is.
  for (let line = 0; line < 24; line += 1) context.fillRect(90 + line * 46, 330, line % 3 ? 12 : 26, 420);
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
  if (!picture) return false;
  const transfer = new DataTransfer();
  transfer.items.add(new File([picture], 'specimen.jpg', { type: 'image/jpeg' }));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  return true;
}
