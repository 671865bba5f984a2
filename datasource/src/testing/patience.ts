import { configure } from '@testing-library/react';

// Drawing all of Grafana's parts takes its time where others work beside us.
configure({ asyncUtilTimeout: 30_000 });
