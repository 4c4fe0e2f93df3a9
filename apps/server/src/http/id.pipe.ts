// An id in an address: whatever cannot be one names nothing.
import type { PipeTransform } from '@nestjs/common';
import { Refusal } from '#kernel';
import { isId } from './fields';
import type { RefusalCode } from './refusals';

export class IdPipe implements PipeTransform<string, string> {
  /** `code` is refused (missing) for anything but an id. */
  constructor(private readonly code: RefusalCode) {}

  transform(value: string): string {
    const id = value.toLowerCase();
    if (!isId(id)) throw new Refusal('missing', this.code, { id: value });
    return id;
  }
}
