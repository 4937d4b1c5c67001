import { identityWalks } from '../../../demo/gallery/screens/identity.ts';
import { examineWalks } from './support.ts';

examineWalks(identityWalks);
