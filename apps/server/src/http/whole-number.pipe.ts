// A whole number in an address: whatever cannot be one names nothing.
import type { PipeTransform } from '@nestjs/common';
import { Refusal } from '#kernel';
import type { RefusalCode } from './refusals';

export class WholeNumberPipe implements PipeTransform<string, number> {
  /** `code` is refused (missing) for anything but a number of one to nine digits. */
  constructor(private readonly code: RefusalCode) {}

  transform(value: string): number {
    if (!/^[1-9]\d{0,8}$/.test(value)) throw new Refusal('missing', this.code, { id: value });
    return Number(value);
  }
}
