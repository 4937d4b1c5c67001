import { taxWalks } from '../../../demo/gallery/screens/tax.ts';
import { examineWalks } from './support.ts';

describe('every look of', examineWalks(taxWalks));
