// What has no types of its own: the parts that are used here.
declare module 'react-router-dom' {
  import type { History } from 'history';
  import type { ComponentType, ReactNode } from 'react';

  export const Router: ComponentType<{
    readonly history: History;
    readonly children: ReactNode;
  }>;
}

declare module 'moment/locale/zh-cn';
declare module 'systemjs/dist/system.min.js';
declare module 'systemjs/dist/extras/amd.min.js';
