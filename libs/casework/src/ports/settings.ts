// What the use cases need of the configuration; a value provided by the app.

export class CaseworkSettings {
  /** Address under which people reach Licet, without a trailing slash; links in mails begin with it. */
  readonly publicUrl: string;
  /** Papers bear SPECIMEN / 样张 and the authority is fictional. */
  readonly specimen: boolean;
  /** Letters before the running number of a licence. */
  readonly licenceSeries: string;
  constructor(values: { publicUrl: string; specimen: boolean; licenceSeries: string }) {
    this.publicUrl = values.publicUrl;
    this.specimen = values.specimen;
    this.licenceSeries = values.licenceSeries;
  }
}
