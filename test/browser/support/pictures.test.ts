import { PNG } from 'pngjs';
import { compare } from './pictures.js';

const SIZE = 40;

/** A white picture with a black square of this size at this place. */
function square(at: number, side: number, size = SIZE): Buffer {
  const picture = new PNG({ width: size, height: size });
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const isBlack = [x, y].every((place) => place >= at && place < at + side);
      picture.data.set([...Array<number>(3).fill(isBlack ? 0 : 255), 255], (y * size + x) * 4);
    }
  }
  return PNG.sync.write(picture);
}

describe('compare', () => {
  it('finds a picture like itself', () => {
    expect(compare(square(5, 10), square(5, 10)).share).toBe(0);
  });

  it('counts the pixels that differ', () => {
    expect(compare(square(5, 10), square(5, 0)).share).toBeCloseTo(100 / SIZE ** 2, 5);
  });

  it('shows where they differ', () => {
    const { picture } = compare(square(5, 10), square(20, 10));
    const seen = PNG.sync.read(picture ?? Buffer.of());
    const isRed = (x: number, y: number) => seen.data[(y * SIZE + x) * 4 + 1] === 0;
    expect([isRed(8, 8), isRed(25, 25), isRed(17, 17)]).toEqual([true, true, false]);
  });

  it('finds pictures of other sizes unlike', () => {
    expect(compare(square(5, 10), square(5, 10, SIZE + 1))).toEqual({ share: 1 });
  });
});
