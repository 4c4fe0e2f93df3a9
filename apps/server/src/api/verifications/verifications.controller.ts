// Verification of a licence by anyone who holds its code.
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiSecurity, ApiTags } from '@nestjs/swagger';
import { VerifyLicence, type Verification } from '#casework';
import { Action } from '../../http/security/action';
import { OutEnum, OutText } from '../openapi/out';
import { Refuses } from '../openapi/refuses';

export class VerificationBody implements Verification {
  @OutText()
  number: string;
  @OutEnum(['scheduled', 'active', 'expired', 'suspended', 'revoked'], { description: 'As read today' })
  life: Verification['life'];
  @OutText({ nullable: true, description: 'SHA-256 of the paper as issued; null until it is ready' })
  sha256: string | null;
}

@ApiTags('verification')
@ApiSecurity({})
@Controller('api/v1/verifications')
export class VerificationsController {
  constructor(private readonly verifying: VerifyLicence) {}

  @Get(':code')
  @Action('licence.verify')
  @ApiOperation({ summary: 'Number, present state and hash of the licence that bears the code; 30 a minute' })
  @ApiOkResponse({ type: VerificationBody })
  @Refuses('verification-not-found')
  read(@Param('code') code: string): Promise<VerificationBody> {
    return this.verifying.execute(code);
  }
}
