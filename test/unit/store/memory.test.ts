import { createMemoryStore } from '../../../server/src/store/memory.js';
import { describeStoreContract, identifyEvent } from '../../support/storeContract.js';

describeStoreContract('the memory store', () => Promise.resolve(createMemoryStore(identifyEvent)));
