import { papersWalks } from '../../../demo/gallery/screens/papers.ts';
import { examineWalks } from './support.ts';

examineWalks(papersWalks);
