import { papersWalks } from '../../../demo/gallery/screens/papers.ts';
import { examineWalks } from './support.ts';

describe('every look of', examineWalks(papersWalks));
