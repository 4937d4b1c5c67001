import { moneyWalks } from '../../../demo/gallery/screens/money.ts';
import { examineWalks } from './support.ts';

examineWalks(moneyWalks);
