import { identityWalks } from '../../../demo/gallery/screens/identity.ts';
import { examineWalks } from './support.ts';

describe('every look of', examineWalks(identityWalks));
