import { firstWalks } from '../../../demo/gallery/screens/first.ts';
import { examineWalks } from './support.ts';

describe('every look of', examineWalks(firstWalks));
