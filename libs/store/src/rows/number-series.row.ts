// The last running number of a series in a year.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('number_series')
export class NumberSeriesRow {
  @PrimaryColumn('text') series: string;
  @PrimaryColumn('integer') year: number;
  @Column('integer') last: number;
}
