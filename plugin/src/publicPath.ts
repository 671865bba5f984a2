import { folderOf } from './app/folderOf.js';
import { uri } from './itself.js';

/** The bundler's own loader; `p` is where it fetches files from. */
declare const __webpack_require__: { p: string };

// Pages are fetched from beside the module, wherever Grafana or its CDN serves it.
__webpack_require__.p = folderOf(uri) ?? __webpack_require__.p;
