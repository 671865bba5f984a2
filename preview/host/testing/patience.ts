import { configure } from '@testing-library/react';

// Drawing Grafana's parts takes its time where others work beside us.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);
