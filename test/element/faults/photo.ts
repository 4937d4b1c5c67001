/** Returns a picture that is large enough, with something on it. */
export async function photo(): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 900 });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no canvas to draw on.');
  context.fillStyle = '#d8d8d0';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#222';
  for (let line = 0; line < 12; line += 1) context.fillText('ADA EXAMPLE 31 JAN 1990', 40, 60 + line * 60);
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'));
  if (!drawn) throw new Error('There is no picture.');
  return new File([drawn], 'id.jpg', { type: 'image/jpeg' });
}
