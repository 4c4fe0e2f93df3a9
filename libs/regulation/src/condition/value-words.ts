// Chinese for values that conditions ask for in English and that no law file words in Chinese. They explain; nothing is matched with them.

const PRODUCTS = `infrared imaging equipment:红外成像设备;target-designating laser:目标指示激光器;
high-precision inertial measurement equipment:高精度惯性测量设备;carbon electrode for furnaces:炉用炭电极;milling machine:铣床;grinding machine:磨床;
unmanned aircraft:无人驾驶航空器;hydraulic press:液压机;hinge beam:铰链梁;anvil (top hammer):顶锤;
high-pressure control system for cubic presses:六面顶压机用高压控制系统;diamond window material:金刚石窗口材料;
synthetic diamond micropowder:人造金刚石微粉;synthetic diamond single crystal:人造金刚石单晶;synthetic diamond wire saw:人造金刚石线锯;
synthetic diamond grinding wheel:人造金刚石砂轮;centrifugal extraction equipment:离心萃取设备;
precipitation equipment for leachate of ion-adsorption rare-earth ore:离子型稀土矿浸出液沉淀设备;roasting kiln:焙烧窑;rare-earth ore:稀土矿;
flotation reagent for rare-earth ore:稀土矿浮选药剂;rare-earth extractant:稀土萃取剂;winding machine:卷绕机;stacking machine:叠片机;
electrolyte filling machine:注液机;hot press:热压机;formation and grading system:化成分容系统;grading cabinet:分容柜;roller kiln:辊道窑;
high-speed mixer:高速混合机;sand mill:砂磨机;jet mill:气流磨;vertical granulation kettle:立式造粒釜;continuous granulation kettle:连续造粒釜;
box furnace:箱式炉;Acheson furnace:艾奇逊炉;internal-series furnace:内串炉;continuous graphitisation furnace:连续石墨化炉;fusion coating equipment:融合包覆设备;
spray drying equipment:喷雾干燥设备;CVD rotary kiln:化学气相沉积回转窑;lithium iron phosphate (LFP):磷酸铁锂;
lithium manganese iron phosphate (LMFP):磷酸锰铁锂;phosphate cathode raw material:磷酸盐正极原材料;cubic press (2B901):六面顶压机（2B901）;cubic press:六面顶压机`;

const SUBSTANCES = `tungsten carbide:碳化钨;indium gallium arsenide:砷化铟镓;gallium selenide:硒化镓;organic antimony compound:有机锑化合物;antimony hydride:锑化氢;
ammonium paratungstate:仲钨酸铵;ammonium metatungstate:偏钨酸铵;cadmium telluride:碲化镉;cadmium zinc telluride:碲锌镉;mercury cadmium telluride:碲镉汞;
bismuth germanate:锗酸铋;lithium iron phosphate cathode material:磷酸铁锂正极材料;nickel-cobalt-manganese hydroxide:镍钴锰氢氧化物;
nickel-cobalt-aluminium hydroxide:镍钴铝氢氧化物;lithium-rich manganese-based cathode material:富锂锰基正极材料;gadobutrol:钆布醇;
gadoterate meglumine:钆特酸葡胺;tungsten, or tungsten alloy:钨或钨合金;tungsten doped with copper:掺铜钨;tungsten doped with silver:掺银钨;
permanent magnet:永磁体;metal product:金属制品;PTFE:聚四氟乙烯;cotton fibre:棉纤维;glass fibre:玻璃纤维;asbestos:石棉;aramid:芳纶;fibre:纤维;
graphite:石墨;high-alumina:高铝;mullite:莫来石;spherical:球形;mixture of artificial and natural:人造与天然混合`;

const FORMS = `hollow cylinder or cylinder segment:空心圆柱或其分段;part:零件;component:部件;assembly:组件;zone-refined ingot:区熔锭;
substrate for epitaxial growth:外延生长衬底;composite sheet:复合片;thread:线;ring:环;ore:矿石;concentrate:精矿;raw material:原料;hook:挂钩;die:模具;
alloy powder:合金粉末;blade:刀;tool:工具;thin-film module:薄膜组件;power-generating glass:发电玻璃;solar assembly:太阳能组件;probe:探头;
detector probe:探测器探头;magnet powder:磁粉;tile:瓦形片;magnet assembly:磁组件;electronic component:电子元件;electronic product:电子产品;
rotor assembly:转子组件;stator assembly:定子组件;sensor part:传感器零件;sensor assembly:传感器组件;phone back:手机后盖;stand:支架;
tag detacher:取钉器;clamp:夹具;machine fixing:机器固定件;catalyst:催化剂`;

const PURPOSES = `first:第一组;second:第二组;published:已公开;basic scientific research:基础科学研究;ordinary patent application:普通专利申请;production:生产;
smelting:冶炼;mining:开采;smelting-separation:冶炼分离;metal smelting:金属冶炼;magnet making:磁材制造;secondary-resource recycling:二次资源回收利用;
missile components:导弹部件;ornament:装饰品;jewellery:首饰;rare-earth production and processing:稀土生产加工;
making rechargeable lithium-ion batteries:制造可充放电锂离子电池;
making cathode material of rechargeable lithium-ion batteries:制造可充放电锂离子电池正极材料;
granulation in the making of graphite anode material:石墨负极材料造粒;graphitisation in the making of graphite anode material:石墨负极材料石墨化;
coating modification in the making of graphite anode material:石墨负极材料包覆改性;making graphite anode material:制造石墨负极材料;
crystal material:晶体材料;ceramic material:陶瓷材料;thermal spray powder:热喷涂粉末;magnetic refrigeration material:磁制冷材料;
magnetostrictive material:磁致伸缩材料;optical fibre material:光纤材料;hydrogen storage material:储氢材料;luminescent material:发光材料;
hydrogen-absorbing material:吸氢材料;thermal barrier coating material:热障涂层材料;precursor of ternary cathode material:三元正极材料前驱体;
battery anode material:电池负极材料;rechargeable lithium-ion, cell or pack:可充放电锂离子电池（电芯或电池组）;
magnet fixed to core or steel sheet, or joined with shaft, bearing or other parts:磁体固定于铁芯或钢片，或与轴、轴承等其他零件连接;
making production equipment, test equipment or materials for semiconductors of those processes:制造上述制程半导体的生产设备、测试设备或材料;
research and development of artificial intelligence with potential military use:研发具有潜在军事用途的人工智能`;

const TECHNOLOGIES = `gold-antimony smelting and separation:金锑冶炼分离;
synthesis of single-crystal diamond or single-crystal cubic boron nitride:合成单晶金刚石或单晶立方氮化硼;process technology:工艺技术;
granulation process:造粒工艺;continuous graphitisation technology:连续石墨化技术;liquid-phase coating technology:液相包覆技术;
human cell cloning or gene editing:人体细胞克隆或基因编辑;traditional Chinese building technology:中国传统建筑技术;
vehicle-mounted laser detection and ranging:车载激光探测及测距;crop heterosis utilisation:农作物杂种优势利用;
bulk material loading, unloading and conveying:散料装卸输送;building-environment control:建筑环境控制;
preparation of battery cathode material:电池正极材料制备;lithium carbonate from spodumene:锂辉石制碳酸锂;lithium hydroxide from spodumene:锂辉石制氢氧化锂;
lithium metal (alloy) and lithium material preparation:金属锂（合金）及锂材制备;lithium extraction from brine:卤水提锂;
preparation of purified lithium-bearing solution:含锂净化液制备;
extraction of gallium metal from alumina mother liquor by ion exchange, resin and the like:以离子交换、树脂等方法自氧化铝母液提取金属镓;
microwave plasma CVD:微波等离子体化学气相沉积;DC arc plasma jet CVD:直流电弧等离子体喷射化学气相沉积`;

export const VALUE_WORDS_ZH: ReadonlyMap<string, string> = new Map(
  [PRODUCTS, SUBSTANCES, FORMS, PURPOSES, TECHNOLOGIES]
    .flatMap((table) => table.replace(/\n/g, '').split(';'))
    .map((row) => {
      const [en = '', zh = ''] = row.split(':');
      return [en, zh] as const;
    }),
);
