// What the use cases need of the configuration; a value provided by the app.

export class CaseworkSettings {
  /** Address under which people reach Licet, without a trailing slash; links in mails begin with it. */
  readonly publicUrl: string;
  /** The demo is on: the authority is fictional, papers bear SPECIMEN / 样张, demo passwords open. */
  readonly specimen: boolean;
  /** Letters before the running number of a licence. */
  readonly licenceSeries: string;
  constructor(values: { publicUrl: string; specimen: boolean; licenceSeries: string }) {
    this.publicUrl = values.publicUrl;
    this.specimen = values.specimen;
    this.licenceSeries = values.licenceSeries;
  }
}
