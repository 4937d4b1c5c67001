import { moneyWalks } from '../../../demo/gallery/screens/money.ts';
import { examineWalks } from './support.ts';

describe('every look of', examineWalks(moneyWalks));
