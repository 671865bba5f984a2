/** Stands for styles and pictures, which jsdom doesn't draw. */
export const empty = '';
