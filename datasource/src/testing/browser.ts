import { TextDecoder, TextEncoder } from 'node:util';

// What jsdom lacks and Grafana's components ask for as they load or are drawn.
class SilentObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

const missing = {
  TextEncoder,
  TextDecoder,
  ResizeObserver: SilentObserver,
  IntersectionObserver: SilentObserver,
  matchMedia: () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }),
};

for (const [name, value] of Object.entries(missing)) {
  if (!(name in globalThis)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}

// i18next would advertise in the output of every file.
process.env.I18NEXT_NO_SUPPORT_NOTICE = '1';

// Nothing has a size in jsdom; lists that draw only what can be seen would draw no row at all.
const box = { x: 0, y: 0, top: 0, left: 0, width: 1200, height: 800, right: 1200, bottom: 800 };
Element.prototype.getBoundingClientRect = () => ({ ...box, toJSON: () => box });
const sides = ['offsetWidth', 'offsetHeight', 'clientWidth', 'clientHeight'] as const;
for (const side of sides) {
  const value = side.endsWith('Width') ? box.width : box.height;
  const owner = side.startsWith('client') ? Element.prototype : HTMLElement.prototype;
  Object.defineProperty(owner, side, { value, configurable: true });
}

// Widths of texts are measured on a canvas.
const measureText = (text: string) => ({ width: text.length * 7 });
HTMLCanvasElement.prototype.getContext = (() => ({ measureText })) as never;

// Pictures of icons would be fetched; whatever has to be read stands beside them as text.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));
