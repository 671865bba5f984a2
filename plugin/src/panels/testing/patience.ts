import { configure } from '@testing-library/react';

// Drawing Grafana's parts takes its time where others work beside us.
configure({ asyncUtilTimeout: 30_000 });
