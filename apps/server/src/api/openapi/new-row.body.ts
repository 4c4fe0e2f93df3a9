// What is answered when something was added: its id.
import { OutId } from './out';

export class NewRowBody {
  @OutId()
  id: string;
}
