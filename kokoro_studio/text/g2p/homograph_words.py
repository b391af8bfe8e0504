"""The English homographs whose sounds depend on more than their part of speech, with their cues.

How the cues are written: `weights` in `homographs.py`. `DEFAULT`, `VERB`, `NOUN`, `ADJ` and `VBD`
are keys of misaki's lexicon; the other names are our own, with their American and British sound.
"""

from __future__ import annotations

from .homographs import Sense, sense

TABLE: dict[str, tuple[Sense, ...]] = {
    "read": (
        sense(
            "DEFAULT",
            "VB NN VBD:-2.5 VBN:-5 JJ:-3",
            own="First:3",
            before="TO:5 MD:5 n't:4 please:5 and_then:1 do:4 did:5 does:5 NNS:1 who:1 a:3 good:2 "
            "must:3 let_me:5 let_us:5 let_'s:5 ever:1 often:2 usually:2 always:2 rarely:2 never:1 "
            "still:1 to:4 i:1 we:1 you:1 they:1",
            after="between:1 more:1",
            left="do:3 does:3 did:4 can:3 could:3 will:3 would:3 shall:3 should:3 may:3 might:3 "
            "must:3 cannot:3 ca:3 wo:3 to:1.5 let:3 make:2 made:2 help:2 helped:2 watch:2 hear:2",
            near="every:2 each:2 often:1 usually:2 daily:2 always:1 today:1 nowadays:2 tomorrow:2 "
            "tonight:1 VBZ:0.7 VBP:0.7 please:2",
        ),
        sense(
            "VBD",
            "VBD VBN VBP:-1 VB:-2.5 JJ NN:-2",
            before="he:5 she:5 it:5 NN:3 NNP:3 have:5 has:5 had:5 having:5 've:5 'd:3 was:5 were:5 "
            "is:4 are:3 be:4 been:5 being:5 get:3 got:3 well:3 widely:4 already:2 recently:2 "
            "sign:2 i_once:3 just:1",
            after="-_only:-9",
            left="have:4 has:5 had:5 having:4 've:4 was:2 were:2",
            near="yesterday:4 last_night:4 last_week:4 last_month:4 last_year:4 last_summer:4 ago:4 "
            "when_i_was:4 VBD:1.5 once:1 earlier:1.5 later:1 aloud:1",
        ),
    ),
    "lead leads": (
        sense(
            "DEFAULT",
            "VB NN JJ VBP",
            before="take:3 took:4 taking:4 takes:4 in_the:3 his:2 her:2 our:2 their:2 new:2 big:2 "
            "early:2 a:1 the:0.5 commanding:3 narrow:3 follow:2 CD:1 point:3 goal:3",
            after="singer:5 singers:5 role:5 roles:5 story:4 guitarist:5 guitar:4 actor:5 actress:5 "
            "investigator:5 vocalist:5 author:5 designer:5 engineer:5 developer:4 the:2 to:1 times:3 "
            "time:4 by:3 over:2 off:2 him:3 her:2 them:3 us:3 you:3 me:3 with:1 writer:4 editor:4",
            near="race:2 game:1 team:1.5 half:1 polls:2 score:2 dog:2 detective:2 detectives:2 "
            "police:1 investigation:2 match:1 points:2 sales:2 goal:1 vote:1 leash:3 actor:1",
        ),
        sense(
            "metal",
            "NN JJ:-1",
            -1.5,
            ("lˈɛd", "lˈɛd"),
            before="of:2.5 made_of:4 molten:6 contains:5 contain:5 containing:5 heavy_as:5 like:1 "
            "and:0.5 red:2 white:2 liquid:3 melted:5 melt:4 toxic:4 levels_of:6 traces_of:6 "
            "tons_of:5 amounts_of:5 amount_of:5 sheets_of:5 lump_of:5 pounds_of:5 kilos_of:5 "
            "from:1 with:1 tin_and:4 copper_and:4 zinc_and:4 mercury_and:4 found:1 no:1 or:0.5 "
            "tetraethyl:6 not:1 'of_the':-1",
            after="pipe:8 pipes:8 paint:8 paints:8 poisoning:9 weight:6 weights:6 bullet:7 "
            "bullets:7 ingot:7 ingots:7 shot:5 roof:6 roofs:6 crystal:7 acid:7 balloon:6 mine:5 "
            "mines:5 mining:5 ore:7 plumbing:7 battery:5 batteries:6 solder:8 content:4 levels:4 "
            "exposure:6 contamination:6 pellet:6 pellets:6 sheet:5 sheets:5 oxide:8 dust:6 glass:5 "
            "sinker:6 sinkers:6 apron:6 coffin:6 azide:8 sulfide:8 chloride:8 nitrate:8 foil:6 "
            "smelter:7 smelting:7 pencil:5 pencils:5 soldiers:4 lining:5 shielding:6 glaze:6 "
            "-_free:8 -_acid:8 -_based:8 -_lined:8 -_colored:7 -_coloured:7 is_a:2 is_toxic:5 "
            "is_poisonous:5 is_heavy:5 melts:6 and_mercury:5 and_zinc:5 and_copper:5",
            near="metal:4 metals:4 toxic:4 poison:3 poisonous:4 poisoned:4 zinc:4 tin:3 copper:4 "
            "iron:3 mercury:4 cadmium:5 arsenic:5 silver:2 gold:2 pencil:3 pencils:4 graphite:4 "
            "bullet:3 bullets:3 plumber:3 alloy:4 water:2 drinking_water:3 soil:4 paint:4 pipes:4 "
            "petrol:4 gasoline:4 smelter:4 mined:3 mines:2 roof:2 radiation:4 blood:2 melt:3 "
            "melted:3 solder:4 ingredients:2 heavy:2 element:3 contaminated:4 contamination:4 "
            "atomic:3 dense:3 legs:1.5 cosmetics:3 toys:2",
        ),
    ),
    "tear tears": (
        sense(
            "DEFAULT",
            "NN JJ:-1 VB:-3",
            before="into:3 in:2 single:4 shed:5 wiped:4 of:0.5 bitter:5 crocodile:5 a_few:1 to:1 "
            "burst_into:4 with:1 'and':0.5",
            after="gas:8 duct:8 ducts:8 drop:6 drops:6 -_stained:8 -_jerker:8 -_streaked:8 ran:4 "
            "rolled:4 streamed:4 fell:4 of_joy:6 streaming:4 running:3 welled:5 flowed:4 shed:3 "
            "down:2 filled:3 film:4 up:1.5 came:2 glistened:4",
            near="cry:3 cried:3 crying:3 eye:4 eyes:5 cheek:4 cheeks:4 face:2 wiped:3 wipe:3 "
            "wiping:3 sob:3 weep:3 wept:3 sad:2 sorrow:3 joy:3 laughter:3 grief:3 handkerchief:3 "
            "funeral:2 emotional:2 emotion:2 blinked:3 sweat:3 shed:2 sobbing:3 onions:3 goodbye:2",
        ),
        sense(
            "VERB",
            "VB NN NNS:-1",
            before="wear_and:9 TO:2 MD:2 muscle:4 ligament:4 to:1 don't:2 n't:2 meniscus:4 acl:4 a:0.5",
            after="it:2 them:2 up:1 down:2 apart:4 off:4 out:3 the:2 this:2 that:2 a:1.5 his:1.5 "
            "her:1.5 my:1.5 your:1.5 at:2 through:3 along:3 open:3 into:1.5 in:2 on:1 easily:2",
            near="sleeve:3 shirt:3 coat:3 jacket:3 dress:3 trousers:3 jeans:3 fabric:3 sail:3 "
            "tent:3 paper:2 page:3 net:3 curtain:3 skirt:3 pocket:3 tire:3 tyre:3 muscle:3 "
            "ligament:3 cartilage:3 rotator:3 meniscus:3 tendon:3 hamstring:3 calf:3 stocking:3 "
            "tights:3 sofa:3 seat:3 cloth:3 wear:2 strain:2 strains:3 sprain:3 sprains:3 bruise:3 "
            "bruises:3 contusions:3 injury:2 injuries:2 surgery:2 repair:2 apart:2 shreds:3 "
            "pieces:2 ticket:2 letter:1 cut:1 cuts:2 rips:3 holes:2 stitches:2 retina:3 canvas:3",
        ),
    ),
    "bow bows": (
        sense(
            "DEFAULT",
            "NN JJ VB:-6",
            0.5,
            before="longbow:2 pink:3 red:2 long:1 drew_his:2 tied_a:3 neat:3 big:2 compound:3",
            after="tie:8 ties:8 and_arrow:9 and_arrows:9 string:5 window:5 -_legged:8 -_tie:8",
            near="arrow:4 arrows:4 archer:4 archers:4 archery:4 quiver:4 hunter:2 hunting:2 string:2 "
            "strings:2 violin:4 violinist:4 cello:4 cellist:4 fiddle:4 rosin:4 ribbon:4 ribbons:4 "
            "hair:3 tie:3 tied:3 tying:3 knot:3 gift:3 present:2 presents:3 wrapped:3 dress:2 "
            "shoelace:4 shoelaces:4 drew:2 shoot:2 shot:2 target:3 crossbow:2 sword:3 spear:3 box:1",
        ),
        sense(
            "VERB",
            "VB NN:-0.5",
            before="took_a:6 take_a:6 takes_a:6 taking_a:6 made_a:4 make_a:4 gave_a:3 final:4 deep:4 "
            "low:4 polite:5 slight:5 little:1.5 TO:2 MD:2 's_bow:0 the_port:3 the_starboard:3 "
            "formal:4 stiff:4 graceful:3 their_heads_and:3",
            after="of_the:3 before:3 down:3 out:3 to:2 and_scrape:7 your:4 his:1 her:1 our:2 their:2 "
            "thruster:7 wave:4 and_stern:7 and_curtsy:7",
            near="ship:4 boat:4 yacht:4 vessel:4 ferry:4 canoe:4 kayak:4 stern:4 port:2 starboard:4 "
            "waves:3 anchor:4 deck:3 sea:2 aboard:3 stage:3 curtain:3 audience:4 applause:4 king:3 "
            "queen:3 prince:3 emperor:3 japan:3 japanese:2 polite:2 actor:2 actors:2 heads:2 head:1 "
            "pressure:4 knelt:3 curtsy:4 crew:3 torpedo:4 hull:4 reef:3 iceberg:4 ice:1.5 captain:3 "
            "submarine:4 respect:3 conductor:2 pianist:2 encore:3",
        ),
    ),
    "bowed": (sense("DEFAULT", said=("bˈWd", "bˈWd")),),
    "bowing": (sense("DEFAULT", said=("bˈWɪŋ", "bˈWɪŋ")),),
    "minute": (
        sense(
            "DEFAULT",
            "NN VB JJ:-2",
            before="a:2 one:4 CD:4 per:5 last:2 first:2 every:4 each:3 any:4 this:4 next:3 half_a:4 "
            "the:2 in_a:3 wait_a:5 just_a:5 final:2 - :2 _-:2 -:2 the_very:2 another:3",
            after="i:2 you:2 he:1 she:1 later:3 ago:3 we:1 hand:4 of:1.5 or:2 to:1",
            near="wait:2 clock:2 seconds:2 hour:2 hours:2 time:1 late:1 train:1",
        ),
        sense(
            "ADJ",
            "JJ RB:-1 NN:-4 VB:-4",
            before="so:5 very:3 extremely:6 truly:5 most:3 incredibly:6 such:4 are:5 is:3 was:2.5 "
            "were:5 be:2 seem:4 seems:4 remarkably:6 relatively:6 vanishingly:6 almost:2 rather:4 "
            "in:3 with:2 these:4 too:4 of:1 many:4 only:1 and:1",
            after="detail:8 details:8 amount:8 amounts:8 trace:7 traces:8 quantity:8 quantities:8 "
            "difference:7 differences:8 particle:8 particles:8 change:6 changes:7 fraction:8 "
            "fractions:8 variation:8 variations:8 scratch:7 scratches:8 crack:7 cracks:8 creature:8 "
            "creatures:8 organism:8 organisms:8 grain:7 grains:8 dose:7 doses:8 part:4.5 parts:6 "
            "piece:5 pieces:7 portion:6 portions:7 bubbles:7 hole:6 holes:7 proportion:6 "
            "adjustments:7 print:6 size:7 inspection:5 examination:5 insects:7 fragments:7 "
            "percentage:5 in_size:5 compared:4 specks:7 speck:7 crystals:7 animals:6 plants:6",
            near="so_that:2 barely:2 tiny:2 microscope:3 lens:3 invisible:3",
        ),
    ),
    "resume resumes": (
        sense(
            "DEFAULT",
            "VB NN:-3",
            before="TO:5 MD:5 n't:4 please:4 i:2 we:2 they:2 talks:2 and:1 NNS:2 school:2",
            after="on:1 the:1 work:4 talks:3 play:3 production:3 his:1 her:1 its:2 their:1 at:1 "
            "normal:2 after:1 in:0.5 service:3 operations:3 next:1 until:1",
        ),
        sense(
            "summary",
            "NN JJ:-1 VB:-3.5",
            said=("ɹˈɛzəmˌA", "ɹˈɛzjʊmˌA"),
            before="a:5 the:3 DT:2 PRP$:4 my:2 your:2 his:2 her:2 POS:4 JJ:2 on:1 of:1 strong:2",
            after="is:1 lists:3 and_cover:5 should:1 shows:2 on:0.5 template:5 writing:4",
            near="job:2 letter:2 employer:3 employers:3 hire:3 hired:3 hiring:2 skills:2 send:1.5 "
            "experience:2 cover_letter:4 applicants:3 applicant:3 candidate:3 candidates:3 "
            "recruiter:3 recruiters:3 attach:3 attached:2 internship:2 interview:2 page:1 email:1 "
            "applied:2 application:2 linkedin:3",
        ),
    ),
    "bases": (
        sense(
            "base",
            "NN VB",
            1.0,
            ("bˈAsᵻz", "bˈAsɪz"),
            before="military:5 army:5 air:4 naval:5 data:4 customer:3 their:1 our:1 all:1 user:3 "
            "loaded:3 stolen:3 three:1 strong:1 nuclear:2 missile:3 knowledge:1",
            after="loaded:6 are_loaded:5 were_loaded:5 on:0.5 in:0.5 covered:5",
            near="loaded:4 military:3 army:3 air:1.5 naval:3 troops:4 soldiers:4 baseball:4 stole:4 "
            "steals:4 inning:4 outs:4 runner:4 runners:4 touch:2 acids:4 acid:3 american:1 cover:2 "
            "covered:3 dna:4 nitrogen:3 pitcher:4 batter:4 enemy:3 salts:3 adenine:4 operations:1",
        ),
        sense(
            "DEFAULT",
            "NN",
            before="legal:5 moral:5 theoretical:5 neural:5 evidential:5 philosophical:5 empirical:5 "
            "biological:4 rational:5 ideological:5 conceptual:5 molecular:4 genetic:4 scientific:4 "
            "economic:3 social:3 ethical:5 factual:5 historical:4 different:1 several:0.5 "
            "constitutional:5 statutory:5 physiological:5 psychological:5",
            after="of:2 for:3 on_which:5 upon_which:5",
            near="argument:3 claim:2 claims:2 theory:3 law:2 laws:2 decision:3 decisions:2 method:2 "
            "belief:3 beliefs:3 philosophy:3 evidence:2 judgment:3 conclusion:3 principles:2 ethics:3",
        ),
    ),
    "live": (
        sense(
            "DEFAULT",
            "JJ RB NN VB:-3",
            before="broadcast:5 streamed:6 streaming:3 aired:6 shown:5 watch:4 perform:4 performed:4 "
            "performing:4 recorded:5 sounds:4 sound:4 going:3 go:3 went:4 goes:3 play:3 played:4 "
            "playing:4 is:2 's:1 are:1.5 was:2 some:2 of:1 even:1 DT:2 reporting:4 seen:3 see:2 "
            "on:1 in:1 tonight:2 fully:2 be:1 better:1",
            after="music:6 show:5 shows:5 concert:6 concerts:6 broadcast:6 broadcasts:6 wire:6 "
            "wires:6 band:5 album:6 recording:6 audience:6 coverage:6 animals:4 animal:5 "
            "television:5 tv:5 radio:4 stream:6 streams:6 ammunition:6 performance:6 performances:6 "
            "event:6 events:6 oak:4 bait:6 update:6 updates:6 chat:6 link:5 report:5 blog:6 version:5 "
            "on_stage:4 on_air:5 on_television:3 on_our:3 on_tv:3 from:3 at_noon:2 fish:3 action:5 "
            "footage:6 video:6 feed:6 stock:2 yogurt:5 vaccine:5 grenade:5 rounds:4 load:4 tonight:2 "
            "and_direct:4 -_action:6 -_stream:6",
            near="broadcast:2 tv:1.5 stage:1 concert:1.5 band:2 television:1 website:1 streamed:2",
        ),
        sense(
            "VERB",
            "VB",
            before="TO:4 MD:4 i:4 we:4 you:4 they:4 PRP:3 NNS:2 people:3 who:3 n't:4 long:4 and:1 "
            "still:2 never:2 where:2 all:1 both:1 also:2 only:1 actually:2 now:1 to_RB:3",
            after="in:2.5 here:3 there:3 with:2 together:3 alone:4 near:3 for:1.5 by:1.5 next:3 under:2 "
            "without:3 up_to:5 happily:4 forever:4 like:2 off:3 among:3 happily_ever:4 on:0.5 abroad:4 "
            "outside:2 long:2 close:2 upstairs:3 downstairs:3 through:2 as:1",
            left="to:1.5 do:3 does:3 did:3 can:2 could:2 would:2 will:1",
        ),
    ),
    "lives": (
        sense(
            "DEFAULT",
            "NNS NN VB:-3",
            before="PRP$:4 our:3 their:3 human:5 lost:3 save:5 saves:5 saved:5 saving:5 many:3 CD:4 "
            "cost:3 real:3 daily:4 past:4 other:3 private:5 the:2 young:4 these:3 own:5 people_'s:5 "
            "POS:4 of:3 two:2 nine:5 claimed:4 thousands_of:5 JJ:2 risk:3 lead:2",
            after="were:3 are:2 depend:3 of:2 lost:4 matter:5 at_risk:4",
        ),
        sense(
            "VERB",
            "VBZ",
            before="he:5 she:5 it:4 who:5 that:2 NNP:3 NN:1.5 everyone:3 one:0 still:3 also:3 and:0.5 "
            "now:2",
            after="in:2 with:2 here:3 there:2 alone:4 near:3 next:3 on:2 by:1 under:2 up_to:4 at:1",
        ),
    ),
    "wound": (
        sense(
            "DEFAULT",
            "NN VB VBD:-2 VBN:-3 VBP",
            0.5,
            before="DT:2 a:2 JJ:1.5 PRP$:3 gunshot:6 stab:6 bullet:4 flesh:6 exit:4 entry:4 TO:4 "
            "MD:4 did:3 n't:4 open:4 head:4 fatal:5 POS:3 knife:5 this:2 that:1 to:3 words_can:3 "
            "chest:3 leg:3 old:2",
            after="healed:5 healing:5 heals:5 in:1 on:0.5 care:6 infection:6 dressing:6 bled:5 is:3 "
            "was:3 infected:4 took:2 to:0.5 that:1 anyone:3",
            near="bullet:3 gunshot:3 knife:3 stab:3 blood:3 bleeding:3 infected:3 infection:3 heal:4 "
            "healed:3 healing:3 doctor:3 nurse:3 surgeon:3 stitches:3 arrow:3 scar:3 hospital:2 "
            "antiseptic:3 fatal:2 soldiers:3 soldier:3 badly:2 died:2 sword:3 insult:2 pride:3 pus:3",
        ),
        sense(
            "VBD",
            "VBD VBN VBP:-1",
            before="he:4 she:4 they:3 it:3 we:3 i:3 you:1 road:4 path:4 river:4 trail:4 queue:4 line:3 "
            "stream:3 tightly:5 was_tightly:3 staircase:4 and:1 finally:3 had:3 've:3 has:3 have:3 "
            "was:1 been:2 is:1 procession:4 who:2 slowly:3 NNS:2",
            after="up:5 down:5 around:5 round:5 through:5 its:4 his_way:6 her_way:6 their_way:6 "
            "my_way:6 into:2 along:4 tightly:4 back:3 it:1.5 the:2 a:1 across:2 between:2",
            near="clock:3 rope:3 string:2 thread:3 yarn:3 wool:3 watch:2 spool:3 bobbin:3 coil:3 "
            "wire:2 tape:2 scarf:3 reel:2 road:2 path:2 hills:3 hill:2 valley:3 streets:2 up_in:2 "
            "crank:3 window:2 handle:3",
        ),
    ),
    "wind winds": (
        sense(
            "DEFAULT",
            "NN JJ NNS VB:-4",
            before="the:2 strong:4 cold:4 high:4 north:4 south:3 east:3 west:3 warm:3 DT:2 of:2 JJ:1 "
            "no:2 in_the:3 solar:4 with_the:3 and:0.5 prevailing:5 second:3 by_the:2 against_the:3",
            after="blew:6 blows:6 blowing:6 power:6 turbine:7 turbines:7 farm:6 farms:6 energy:6 "
            "speed:6 speeds:6 chill:7 tunnel:7 instrument:6 instruments:6 chimes:6 direction:4 "
            "gusts:5 shear:6 and_rain:6 and_solar:6 and_wave:5 was:3 is:2 dropped:5 howled:6 of:2 "
            "rose:3 from:2 in:0.5 screen:2 speeds:5 resistance:5",
            near="blew:3 blow:3 blows:3 blowing:3 storm:3 rain:3 gust:3 gusts:3 sail:3 sails:3 "
            "turbine:3 turbines:3 solar:3 weather:3 mph:3 chill:3 hair:2 trees:2 leaves:2 knots:2 "
            "north:1.5 south:1.5 east:1.5 west:1.5 cold:1.5 waves:2 snow:2 brought_down:2 forecast:2",
        ),
        sense(
            "VERB",
            "VB NN:-3 NNS:-3",
            before="TO:4 MD:4 to:2 path:2 road:2 river:3 staircase:4 roads:3 n't:3 and:0.3 streets:2 "
            "paths:3 trail:3 i:2 you:2 PRP:2 let_'s:4 streams:2 track:3",
            after="up:4 down:2.5 the_clock:7 back:2 around:3 round:3 through:3 it:3 its:3 your:2 my:1 "
            "the:2 people:3 him:3 her:2 me:3 them:2 a:1 your_way:3 along:2 between:2",
            near="clock:3 watch:2 string:3 yarn:3 wool:3 crank:3 bobbin:3 spool:3 rope:2 thread:3 "
            "staircase:2 valley:2 toy:2 reel:2",
        ),
    ),
    "close": (
        sense(
            "DEFAULT",
            "JJ RB NN:-4 VB:-4 IN",
            before="so:4 very:5 too:5 quite:4 as:3 get:3 getting:4 got:3 come:3 came:3 coming:3 "
            "keep:2 held:3 hold:2 how:4 pretty:4 this:1 fairly:5 stand:3 stood:4 sat:4 is:1 are:2 "
            "was:1 were:2 really:2 stay:5 stayed:5 a:1.5 live:4 lives:4 been:2 remain:4 more:1 "
            "have_a:1 no:1 dangerously:5 extremely:5 that:1 nowhere:3 be:1 keep_a:5 my:1 lived:4",
            after="to:3 by:3 friend:6 friends:6 call:6 relative:6 relatives:6 eye:6 attention:6 "
            "game:4 race:4 contact:6 range:6 look:6 ties:6 together:4 quarters:5 encounter:6 "
            "encounters:6 enough:5 watch:5 second:4 proximity:6 -_knit:7 at_hand:4 family:4 and:0.5 "
            "relationship:6 relations:5 shave:6 match:4 contest:4 finish:4 behind:3 -_up:4 links:5 "
            "inspection:5 cooperation:5 combat:5 associate:5 ally:5 allies:5 colleague:5",
        ),
        sense(
            "VERB",
            "VB NN",
            before="TO:4 MD:4 please:5 n't:4 or:0.5 at_the:4 a_close:0 drew_to_a:8 to_a:7 the:3 "
            "market:3 i:2 we:2 they:2 you:1 banks:3 shops:3 bank:3 does:2 let_'s:3 stores:3 eyes:1",
            after="the:4 your:5 his:3 her:3 it:4 down:4 its:3 my:3 our:3 their:3 in:1 at:3 all:3 of:3 "
            "for:2 early:2 this:3 that:2 on:1 up_shop:6 both:3 out:2 before:2 tomorrow:3",
            left="does:3 do:2 did:3 to:1",
            near="door:2 window:2 shop:1 bank:1 store:1 trading:2 market:1 account:2 closing:1",
        ),
    ),
    "bass": (
        sense(
            "DEFAULT",
            "NN JJ VB",
            before="sea:7 largemouth:7 smallmouth:7 striped:7 rock:2 grilled:6 caught:3 chilean:6 of:0.5 "
            "CD:1 baked:6 fried:6 huge:2",
            after="fishing:8 fish:8 boat:5 lake:6 fillet:6 fillets:6 and_perch:7 and_trout:7 fisherman:7",
            near="fish:4 fishing:4 fished:4 fisherman:4 angler:4 anglers:4 lake:4 river:4 pond:4 "
            "grilled:4 fillet:4 fillets:4 caught:4 catch:3 perch:4 trout:4 salmon:4 pike:4 carp:4 "
            "bait:4 hook:3 pound:1 pounds:3 recipe:3 lemon:3 menu:3 baked:3 roasted:3 tuna:4 cod:4 "
            "water:2 species:4 restaurant:2 swam:4 fins:4 weigh:2 reel:2 reeled:4 dinner:1.5 boat:2",
        ),
        sense(
            "ADJ",
            "NN JJ VB RB",
            2.0,
            before="play:3 plays:3 played:3 playing:3 sings:3 sing:3 sang:3 double:6 electric:6 "
            "upright:6 acoustic:6 heavy:2 deep:2 slap:5 the:0.5 on:1",
            after="guitar:8 guitars:8 player:8 players:8 line:7 lines:7 drum:8 drums:8 clef:8 note:6 "
            "notes:6 clarinet:8 voice:6 singer:7 solo:7 amp:7 riff:8 guitarist:8 speaker:6 part:4 "
            "boost:6 tones:6 -_baritone:8 and_drums:8 and_treble:8 frequencies:7 in_the:1",
            near="guitar:3 guitars:3 drums:3 jazz:3 band:3 song:3 songs:3 singer:3 choir:3 tenor:3 "
            "alto:3 soprano:3 treble:4 amp:3 amplifier:3 riff:3 groove:3 loud:2 volume:3 music:3 "
            "headphones:3 sound:1.5 solo:2 album:3 stereo:3 trio:3 piano:3 neighbors:1 neighbours:1",
        ),
    ),
    "row rows": (
        sense(
            "DEFAULT",
            "NN VB JJ",
            before="front:7 back:5 second:5 first:5 third:5 last:4 top:5 bottom:5 each:4 every:3 "
            "death:7 skid:7 same:4 CD:2 in_a:1.5 next:4 long:4 middle:4 whole:3 double:3 neat:4 TO:2 "
            "header:5 empty:4 single:4 this:1 cannery:5 savile:6 per:4",
            after="of:4 house:6 houses:6 boat:5 number:4 upon:2 a:1 across:2 to:1.5 CD:4 and_column:7 "
            "your:3 back:2 by:1 contains:4 on:0.5 in:0.5",
            near="seat:3 seats:3 table:2 columns:3 column:3 spreadsheet:3 cell:2 cells:3 chairs:3 "
            "desk:2 desks:3 corn:3 beans:3 houses:3 trees:3 boat:3 boats:3 oar:3 oars:3 river:2 "
            "cinema:2 theater:2 theatre:2 data:2 delete:3 insert:3 knitting:3 stitch:3 stitches:3 "
            "consecutive:3 games:2 wins:2 won:2 CD:0.5 times:1.5 days:1.5 years:1.5 garden:1.5",
        ),
        sense(
            "quarrel",
            "NN",
            -2.5,
            ("ɹˈW", "ɹˈW"),
            before="terrible:6 blazing:8 flaming:8 furious:8 huge:3 big:2 diplomatic:6 political:5 "
            "public:3 family:3 another:2 almighty:8 had_a:4 have_a:4 having_a:5 bitter:5 ugly:5 "
            "angry:6 heated:6 awful:4 had_another:3 having_another:4 the:0.5 a:0.5 trade:4 "
            "race:3 this:0.5 what_a:4 stupid:4",
            after="with:3.5 about:5 over:4.5 broke:5 erupted:6 between:3 breaks:4 erupts:6 blew:4 "
            "ignited:5 escalated:5 deepened:5 was_loud:5 goes_on:4 rumbled:5 intensified:5",
            near="quarrel:3 argued:3 argument:3 shouting:3 shouted:3 neighbours:2 neighbors:2 "
            "minister:3 mp:2 mps:3 party:2 resigned:3 landlord:3 wife:2 husband:2 loud:3 police:2 "
            "scandal:3 apology:3 parents:2 noise:2 over_pay:2 brexit:2 apologised:3 "
            "government:2 union:2 downing_street:3 slammed:3",
        ),
    ),
    "sow sows": (
        sense(
            "DEFAULT",
            "VB NN:-3 JJ:-2",
            before="TO:4 MD:4 you:3 we:3 i:3 they:3 to:3 farmers:3 NNS:2 PRP:2 'and':0",
            after="seeds:6 seed:5 the_seeds:6 the_seed:6 wheat:6 doubt:6 discord:6 confusion:6 "
            "division:6 chaos:6 them:3 it:1 in:1 outdoors:4 indoors:4 tomatoes:5 the_wind:4",
            near="seed:3 seeds:3 wheat:3 crop:3 crops:3 reap:4 garden:2 tomatoes:3 barley:3 field:2 "
            "fields:2 soil:3 spring:1 autumn:1 compost:3 lettuce:3",
        ),
        sense(
            "NOUN",
            "NN VB:-3 JJ:-3",
            before="DT:3 a:1 the:1 old:4 prize:4 pregnant:5 this:2 wild:3 POS:3 fat:4 breeding:4 "
            "farmer_'s:3",
            after="and_her:5 had:3 's_ear:8 's:3 gave_birth:5 was:3 grunted:6 farrowed:6 and_boar:6 "
            "stall:5 stalls:5",
            near="pig:4 pigs:4 piglet:4 piglets:5 litter:4 boar:4 straw:2 sty:4 grunted:4 ear:2 "
            "farrowing:4 pork:3 pen:2 hogs:4",
        ),
    ),
    "dove": (
        sense(
            "DEFAULT",
            "NN JJ VB:-3",
            before="DT:3 a:1 the:1 white:5 turtle:5 mourning:6 grey:4 gray:4 JJ:1.5 of:1 single:3",
            after="flew:5 of_peace:6 landed:4 cooed:6 is:3 was:3 and_the:2 cote:5 gray:3 carrying:3",
            near="bird:3 birds:3 peace:3 pigeon:3 pigeons:3 hawk:3 olive:3 wings:3 nest:3 feathers:3 "
            "cage:3 flew:3 ark:3 rates:2 soap:3",
        ),
        sense(
            "VERB",
            "VB NN:-3",
            before="he:5 she:5 they:5 i:5 we:5 it:3 you:3 and:1.5 then:3 PRP:1 who:3 NN:1 NNS:2 NNP:2",
            after="into:6 in:3 off:4 under:5 down:4 from:2 deep:4 for:3 headfirst:6 right:2 "
            "straight:5 toward:6 towards:6 overboard:6 beneath:5 head:4 through:3 below:4 "
            "underwater:6 to:2 across:3 onto:4 back:3 after:3 behind:4",
            near="water:2 pool:3 lake:2 plane:2 submarine:3 swimmer:3",
        ),
    ),
    "desert": (
        sense("DEFAULT", "NN JJ", after="island:5 islands:5 sand:4 heat:4 is:2 was:2", before="the:3 a:3 "
              "gobi:5 sahara:5 sonoran:5 mojave:5 into_the:3 in_the:3 across_the:4 food:3"),
        sense("VERB", "VB", before="TO:4 MD:4 n't:4 not:3 never:3 just:5 who:4 to:1 i:3 they:3 NNS:1",
              after="me:4 him:4 her:3 them:4 us:4 you:3 his:2 their:2 the_party:3 the_army:4 when:1"),
    ),
    "deserts": (
        sense("DEFAULT", "NN", after="of:2 are:2"),
        sense("VERB", "VB NN:-5", before="just:9 he:3 she:3 who:3"),
    ),
    "content contents": (
        sense(
            "DEFAULT",
            "JJ VB NN:-4 RB",
            before="quite:5 perfectly:5 be:3 was:3 am:5 'm:5 're:4 were:3 not:3 seems:4 seem:4 looked:4 "
            "felt:4 feel:4 happy_and:5 seemed:4 very:4 so:3 are:1.5 more:0.5 's:1 remain:4 less:1 "
            "is:1 n't:2 she:1 themselves:3 himself:3",
            after="to:3 with:4 himself:5 herself:5 themselves:5 myself:5 in:0.5 just:3 here:2 that:1",
        ),
        sense(
            "NOUN",
            "NN JJ:-3",
            before="the:2.5 video:5 web:5 fat:5 sugar:5 alcohol:5 original:4 of:3 DT:2 JJ:1 POS:3 "
            "water:4 free:3 online:4 user:4 all:2 new:3 digital:4 for:1 calorie:4 this:2 PRP$:1 "
            "carbon:4 emotional:3 violent:3 create:4 creating:4",
            after="of:4 is:2 creator:6 creators:6 marketing:6 management:6 provider:6 providers:6 "
            "warning:6 on:2 from:2 delivery:5 was:2 that:1 for:1 strategy:6 moderation:6",
        ),
    ),
    "polish": (
        sense(
            "DEFAULT",
            "VB NN JJ:-4",
            said=("pˈɑlɪʃ", "pˈɒlɪʃ"),
            own="lower:5",
            before="TO:5 MD:4 nail:7 shoe:7 furniture:7 to:2 floor:6 spit_and:7 some:1 of:1 and:1 "
            "silver:4 french:3 metal:4 n't:3 please:4 you:2 we:2 i:2",
            after="the:5 your:6 my:6 his:4 her:4 their:4 our:4 it:6 them:6 up:6 off:6 each:4 all:3 "
            "every:4 both:4 until:5 and_shine:6 and_wax:6 and_buff:6 shoes:4 silver:5 remover:7 a:2",
            near="nail:2 shoes:3 silver:3 shine:3 shines:3 wax:3 shiny:3 floor:2 table:2 cloth:2",
        ),
        sense(
            "nationality",
            "JJ NNP NN:-2 VB:-5",
            said=("pˈOlɪʃ", "pˈQlɪʃ"),
            own="Name:7 lower:-3 First:1 Title:1 UPPER:0",
            before="speak:4 speaks:5 speaking:4 fluent:5 in:2 learn:3 learning:3 from:2 is:2 was:2 a:2",
            after="accent:7 accents:7 man:5 woman:5 people:5 food:5 language:7 border:6 immigrant:6 "
            "immigrants:6 government:6 army:6 president:6 sausage:6 sausages:6 citizen:6 citizens:6 "
            "- :0 and_russian:5 and_german:5 NNS:2 NN:1.5 zloty:7 prime:6",
            near="poland:4 warsaw:4 krakow:4 german:3 russian:3 ukrainian:3 czech:3 language:2 "
            "english:2 europe:2",
        ),
    ),
    "august": (
        sense(
            "month",
            "NNP NN",
            said=("ˈɔɡəst", "ˈɔːɡəst"),
            own="Name:6 First:3 Title:5 UPPER:5 lower:-2",
            before="in:4 last:4 next:3 early:4 late:4 since:4 until:4 mid:4 -:2 CD:4 of:2 by:3 july_and:4 "
            "during:3 july_or:4 every:2 this:1",
            after="CD:6 and_september:5 or_september:5 heat:3 rain:2",
            near="july:4 september:4 june:3 october:3 summer:1.5",
        ),
        sense(
            "DEFAULT",
            "JJ NN:-1",
            own="lower:2 Title:-2",
            before="an:5 such:4 this:2 that:2 most:4 DT:2 more:2 PRP$:2",
            after="institution:6 body:6 company:6 assembly:6 personage:6 presence:6 NN:2 NNS:2",
        ),
    ),
    "invalid invalids": (
        sense(
            "DEFAULT",
            "JJ NN:-3",
            before="is:4 was:4 be:4 are:4 declared:5 null_and:6 were:3 invalid:2 as:0 become:4 becomes:4",
            after="ticket:6 password:6 argument:6 input:6 request:6 email:6 character:6 if:3 on:2 NN:1 "
            "NNS:1 because:3 data:5 .:0.5 vote:4 votes:4 claim:4 value:6 syntax:6 license:5",
            near="password:3 ticket:3 error:3 passport:3 entered:2 claim:2 argument:2 contract:2 "
            "license:2 vote:2",
        ),
        sense(
            "NOUN",
            "NN JJ:-3 NNS",
            before="an:3 the:3 his:3 her:3 helpless:6 confirmed:5 old:3 elderly:5 permanent:4 as_an:5 "
            "chronic:5 a:1 bedridden:6 poor:3",
            after="mother:8 father:8 wife:8 husband:8 sister:7 brother:7 son:7 daughter:7 chair:6 who:4 "
            "was:1.5 lay:5 sat:5 aunt:7 uncle:7 child:6 parents:7 and_his:3 and_her:3 carriage:5",
            near="cared:4 nurse:4 bed:4 wheelchair:4 helpless:3 accident:3 mother:2 illness:4 years:2 "
            "nursed:4 sofa:3 doctor:3 sick:3 health:2 garden:2",
        ),
    ),
    "nice": (
        sense(
            "DEFAULT",
            "JJ RB NN UH",
            1.0,
            ("nˈIs", "nˈIs"),
            own="lower:9 First:3 UPPER:4 Title:1",
            before="very:5 so:5 a:4 how:4 really:4 too:4 is:1 was:1 and:0.5 such:4 be:3 looks:4 look:3",
            after="to_meet:6 to_see:5 and_easy:5 one:4 try:5 work:4 day:3 weather:4 JJ:1 guy:4 guys:4",
        ),
        sense(
            "city",
            "NNP NN:-2 JJ:-3",
            said=("nˈis", "nˈiːs"),
            own="Name:4 Title:-1",
            before="in:5 to:5 from:5 near:5 of:3 at:3 visit:4 visited:5 around:4 outside:4 between:4 "
            "for:3 via:4 through:4 and:1 cannes_and:6 paris_to:5 leave:3 left:3",
            after=",_france:7 airport:5 cannes:5 is_a:2 is_in:4 is_on:4 to:1 and_cannes:6 and_monaco:6 "
            "carnival:5 côte:4 in_france:5 shocked:3",
            near="france:4 french:4 riviera:5 cannes:5 monaco:5 antibes:5 marseille:4 lyon:4 paris:3 "
            "coast:2 airport:2 beach:1 flew:2 flight:2 train:2 city:3 promenade:4 toulon:4",
        ),
    ),
    "job": (
        sense(
            "DEFAULT",
            "NN VB NNP",
            2.0,
            ("ʤˈɑb", "ʤˈɒb"),
            own="lower:9 First:2 Title:2 UPPER:4",
            after="market:5 seeker:5 seekers:5 losses:5 centre:5 center:5 description:5 offer:5 done:3 "
            "interview:5 titles:4 title:5 openings:5 vacancies:5",
            before="good:4 great:4 nice:4 a:3 new:3",
        ),
        sense(
            "bible",
            "NNP NN:-1",
            said=("ʤˈOb", "ʤˈQb"),
            own="Name:3",
            before="patience_of:8 book_of:8 of:2 like:3 poor:2 trials_of:6 sufferings_of:6 "
            "comforters_of:6 to:1 prophet:5 and:0.5 story_of:5",
            after="CD:3 's_comforters:7 's_comforter:7 's_wife:3 asks:2 ,_who:1 cursed:4 answered:3",
            near="god:4 bible:5 satan:5 biblical:5 suffering:4 lord:4 testament:5 prophet:4 patience:3 "
            "psalms:5 genesis:5 book:1.5 scripture:5 lost_everything:2 afflictions:4 leviathan:5",
        ),
    ),
    "number": (
        sense("DEFAULT", "NN VB JJ:-2", 1.0, before="a:3 the:2 phone:4 large:3 no:1 of:2 PRP$:2"),
        sense(
            "numb",
            "JJR RBR NN:-5 JJ:-4",
            -4.5,
            ("nˈʌməɹ", "nˈʌmə"),
            before="even:6 grew:8 felt:5 feel:5 became:6 become:5 getting:6 got:5 growing:7 grow:7 "
            "feeling:4 went:5 ever:4 felt_even:2 and:0.5 much:3 get:4 far:2",
            after="and_number:5 by_the:2 than:4 with:1 after:2 still:2",
            left="sat:2",
            near="fingers:4 toes:4 feet:3 foot:3 cold:2 legs:4 hands:3 lips:4 injection:4 numb:4 "
            "pain:2 frozen:3 frost:3 arm:2 leg:2 face:1",
        ),
    ),
    "putting": (
        sense(
            "DEFAULT",
            "VB",
            after="on:4 up:4 it:5 the:4 a:4 them:5 off:5 in:3 out:3 his:4 her:4 my:4 your:4 him:5 "
            "down:4 together:5 forward:5 away:5 me:5 us:5 their:4 pressure:5 more:4 money:5 this:4 to:2",
        ),
        sense(
            "golf",
            "NN VBG:-2 JJ",
            said=("pˈʌɾɪŋ", "pˈʌtɪŋ"),
            before="his:2.5 her:2 PRP$:1 of:1 your:2 my:1 practice:3 practiced:2 practised:2",
            after="green:9 greens:9 stroke:9 surface:7 let:4 was:4 is:3 for:2 drill:6 and_chipping:8",
            near="golf:5 golfer:5 green:4 greens:4 putter:5 putt:5 hole:2 birdie:5 par:3 tournament:3 "
            "course:2 tee:3 swing:3 stroke:2 caddie:5 fairway:5 chipping:4 feet:1 bogey:5",
        ),
    ),
    "sewer sewers": (
        sense("DEFAULT", "NN JJ", 1.0, after="pipe:4 pipes:4 system:4 line:4 rats:4 main:4 grate:4"),
        sense(
            "tailor",
            "NN",
            said=("sˈOəɹ", "sˈQə"),
            before="home:4 skilled:5 experienced:5 good:2 keen:4 expert:5 beginner:4 every:1 fast:3 "
            "patient:4 avid:5",
            after="who:3 needs:2 can:1 's:1",
            near="sew:4 sewing:5 sewed:4 sewn:4 needle:4 needles:4 fabric:4 fabrics:4 scissors:4 "
            "dresses:3 dress:3 pattern:3 patterns:4 thread:4 quilt:4 quilts:4 stitches:4 stitch:4 "
            "machine:2 hem:4 curtains:3 clothes:2 cloth:3",
        ),
    ),
    "slough": (
        sense(
            "DEFAULT",
            "NN JJ VB:-4",
            said=("slˈu", "slˈW"),
            own="Name:-3",
            before="of:1 muddy:4 the:1 a:1 DT:2",
            after="of_despair:6 of_despond:9 of:4",
        ),
        sense(
            "shed",
            "VB NN:-3",
            said=("slˈʌf", "slˈʌf"),
            own="Name:-3",
            before="TO:3 MD:3 snakes:4 cells:3 skin:2 they:3 NNS:2 to:2",
            after="off:8 away:6 their:3 its:3 skin:5 dead:5",
            near="skin:4 snake:3 snakes:3 dead:2 cells:3 scales:2",
        ),
        sense(
            "town",
            "NNP",
            -1.0,
            ("slˈW", "slˈW"),
            own="Name:5 lower:-9 First:1",
            before="in:2 from:2 to:2 near:3 of:1 at:1",
            near="berkshire:4 windsor:4 heathrow:4 london:3 reading:3 town:3 m4:4 office:2 england:3",
        ),
    ),
    "axes": (
        sense(
            "DEFAULT",
            "NNS NN VB:-4",
            1.0,
            before="x_and_y:6 y:4 both:1 three:1 two:0.5 coordinate:6 z:4 vertical:5 horizontal:5 major:4",
            after="of:2 are:1 of_rotation:6 of_symmetry:6 and_the:0.5",
            near="axis:4 x:3 y:3 z:2 graph:4 graphs:4 chart:4 plot:4 parallel:4 perpendicular:4 "
            "rotation:4 coordinate:4 coordinates:4 label:4 labels:3 ellipse:4 symmetry:4 origin:3 "
            "horizontal:4 vertical:4 angle:2 angles:3 planet:3 scale:2 rotate:4 plane:2",
        ),
        sense(
            "VERB",
            "NNS VBZ NN",
            before="stone:5 with:2 bronze:5 their:2 battle:6 sharp:5 throwing:5 heavy:2 swinging:6 "
            "carrying:4 wielding:6 ice:5 their_axes:0 of_axes:0 he:2 company:2",
            after="cut:4 and_saws:7 and_hammers:7 and_knives:7 and_spears:7 and_swords:7 chop:5 jobs:5 "
            "staff:4 and_shovels:7",
            near="wood:4 chop:4 chopped:4 chopping:4 tree:3 trees:4 forest:4 forests:3 knives:4 knife:3 "
            "spears:4 swords:4 hammers:4 saws:4 stone:2 sharpened:4 sharpen:4 firefighters:4 "
            "shovels:4 armed:4 weapons:4 battle:3 blade:3 blades:3 lumberjacks:4 door:3 vikings:4 "
            "bronze:3 cut:2 flint:4 tools:3 woodsmen:4",
        ),
    ),
    "multiply": (
        sense("DEFAULT", "VB NN JJ"),
        sense(
            "adverb",
            "RB",
            -1.0,
            ("mˈʌltəpli", "mˈʌltɪpli"),
            before="is:3 are:3 was:3 were:3 a:4 be:1 the:2",
            after="connected:6 handicapped:6 disabled:6 decorated:6 injured:6 VBN:4 JJ:4 charged:5",
        ),
    ),
    "blessed": (
        sense(
            "DEFAULT",
            "VBD VBN JJ:-1",
            before="was:3 were:3 is:1 are:2 been:5 be:1 have:3 has:3 had:3 he:4 she:4 they:4 god:4 feel:4 "
            "felt:4 so:3 truly:4 priest:4 pope:4 bishop:4 i:3 'm:4 're:4 am:4 NN:2 NNP:2 and:1 's:1",
            after="with:5 by:4 me:4 us:4 him:4 them:4 to:2 her:3 the_NN:2 the:1",
        ),
        sense(
            "holy",
            "JJ NNP VBN:-3 VBD:-4",
            said=("blˈɛsɪd", "blˈɛsɪd"),
            own="Name:3 First:3",
            before="DT:3 every:3 a:2 the:2 this:2 whole:4 of_the:1 our:3 that:2 PRP$:2 what_a:3",
            after="virgin:7 mother:6 sacrament:7 are:5 be:5 is_he:6 is:2 assurance:6 relief:6 event:5 "
            "day:3 thing:4 silence:5 john:4 trinity:6 saint:5 NN:2 NNS:1 memory:4 isle:5",
        ),
    ),
    "learned": (
        sense(
            "DEFAULT",
            "VBD VBN JJ:-1.5",
            before="i:4 he:4 she:4 we:4 they:4 you:4 have:5 has:5 had:5 've:5 'd:4 never:3 lessons:4 "
            "lesson:4 be:3 been:4 just:3 was:2 soon:3 later:3 only:2 and:1 who:2 quickly:3 NN:1 NNP:2",
            after="to:4 that:4 how:5 the:3 a:3 from:4 about:4 of:3 by:3 it:4 this:3 in:1 helplessness:7 "
            "behavior:5 behaviour:5 his:3 her:3 my:3 at:2 when:2 too:2 english:3",
        ),
        sense(
            "ADJ",
            "JJ VBN:-3 VBD:-4",
            before="a:3 the:1 my:4 most:3 DT:2 very:4 PRP$:2 deeply:4 great:2 and:0.3 highly:4",
            after="man:7 men:7 friend:7 friends:6 society:7 societies:7 scholar:7 scholars:7 judge:7 "
            "colleague:7 journal:7 journals:7 treatise:7 professor:7 body:5 counsel:7 woman:7 "
            "discourse:7 profession:6 professions:7 people:3 gentleman:7 article:5 monk:6 and_wise:4 "
            "doctor:6 essay:5 book:3 debate:4 institution:4 NN:1",
        ),
    ),
    "aged": (
        sense(
            "DEFAULT",
            "VBD VBN JJ:-0.5",
            before="has:4 have:4 had:4 man:3 woman:3 boy:3 girl:3 children:4 those:2 people:3 men:3 "
            "women:3 adults:4 middle_-:9 -:4 NN:2 NNS:2 ,:2 is:2 was:2 are:2 he:3 she:3 well:3 "
            "recently:1 badly:4 died:2 anyone:3 students:3",
            after="CD:7 between:5 just:3 under:4 over:4 for:4 by:2 about:3 well:4 cheese:5 beef:5 "
            "in:3 whiskey:5 wine:5 a:2 rum:5 cheddar:5 like:3 ten:1 from:3 gracefully:5",
        ),
        sense(
            "old",
            "JJ NN VBN:-3 VBD:-4",
            said=("ˈAʤɪd", "ˈAʤɪd"),
            before="the:3.5 an:2.5 PRP$:3 their:1 his:1 her:1 my:1 sick_and:3 an_JJ:1 sick_and_the:2 of_the:1",
            after="parents:7 parent:7 mother:7 father:7 aunt:7 uncle:7 monk:7 people:4 relatives:7 "
            "man:5 woman:5 care:5 person:5 population:4 pensioners:7 NNS:1 NN:1 grandmother:7 "
            "grandfather:7 king:5 dog:3 and_infirm:7 and_the:2 widow:7 servant:6 couple:5",
            near="infirm:3 poor:1 sick:3 elderly:2 care:1.5 pension:2 pensions:2 nursing:2",
        ),
    ),
    "beloved": (
        sense("DEFAULT", "VBN JJ:-1", before="was:3 is:3 were:3 are:3 be:2 been:3 much:2 so:2 well:1",
              after="by:6 of:3 among:3 in:1"),
        sense(
            "dear",
            "JJ NN NNP VBN:-2 VB:-3",
            said=("bəlˈʌvɪd", "bɪlˈʌvɪd"),
            own="Name:3 First:2",
            before="PRP$:4 my:2 his:2 her:2 dearly:6 the:2 a:1 DT:1 our:2 most:2 this:2 POS:3",
            after="NN:2 ,:2 son:3 country:3",
        ),
    ),
    "wicked": (
        sense("DEFAULT", "JJ NN RB VB:-3", 1.0),
        sense(
            "drawn",
            "VBD VBN JJ:-5",
            -1.0,
            ("wˈɪkt", "wˈɪkt"),
            before="is:1 was:1 fabric:3 it:2 quickly:3 shirt:3 material:3 be:1 are:1 NN:1.5",
            after="away:7 moisture:8 sweat:8 up:4 into:3 off:4 out:3 water:5 the:1",
            near="moisture:4 sweat:4 fabric:4 cotton:3 water:2 skin:2 away:2",
        ),
    ),
    "crooked": (
        sense("DEFAULT", "JJ NN RB VBN:-1 VBD:-3", after="smile:4 teeth:4 line:3 cop:3 lane:3 NN:1 .:1 "
              "and:1 politician:4 nose:4", before="a:3 the:2 is:3 was:2 and:2 little:2 so:2 PRP$:1"),
        sense("VERB", "VBD VBN JJ:-4", before="he:4 she:4 they:3 i:3 and:0.5 NNP:2",
              after="her:4 his:4 a_finger:6 an_arm:5 one_finger:5 my:3", near="finger:4 arm:2 elbow:3"),
    ),
    "dogged": (
        sense("DEFAULT", "JJ NN VBD:-4 VBN:-4", before="a:3 PRP$:2 the:1.5 with:3 and:1 more:2",
              after="determination:7 reporter:5 defense:4 persistence:7 resistance:6 pursuit:6 NN:2 JJ:1"),
        sense("VERB", "VBD VBN JJ:-3", before="have:4 has:4 had:4 was:4 were:4 been:5 he:3 she:3 it:3 NN:1.5 "
              "NNS:1.5 luck:4 problems:4 that:1.5 who:2", after="by:6 him:4 his:3 her:3 them:4 the:3 my:3 "
              "our:3 us:3 me:3 their:3 its:2"),
    ),
    "reading": (
        sense("DEFAULT", "VBG NN", own="lower:9 First:2.5 Title:3 UPPER:3",
              after="room:5 list:5 comprehension:6 rainbow:4 week:4 skills:5 and_writing:6 is:2 glasses:5 "
              "the:3 a:3 about:3 this:3 books:4 for:1 material:4 group:4 aloud:5 between:3",
              before="of:0.5"),
        sense(
            "town",
            "NNP NN:-2 VBG:-4",
            said=("ɹˈɛdɪŋ", "ɹˈɛdɪŋ"),
            own="Name:4",
            before="in:5 from:5 to:5 near:5 at:4 via:5 of:2 live_in:3 towards:5 outside:5 between:3 "
            "around:3 leave:3 left:3 visit:4 and:0.5",
            after="university:8 festival:8 station:8 fc:8 gaol:8 jail:7 council:7 ,_berkshire:9 "
            ",_england:8 ,_west:4 lost:5 won:5 beat:5 played:5 drew:5 scored:5 town:6 west:4 to_london:4 "
            "and_swindon:5 has:1 football:5 services:4",
            near="london:4 berkshire:5 oxford:4 train:3 england:3 slough:4 thames:4 paddington:4 "
            "league:3 leeds:3 swindon:4 m4:4 fans:3 goal:3 nil:4 commute:3 commuters:3 platform:2",
        ),
    ),
    "sake": (
        sense("DEFAULT", "NN", 0.5, before="'s:6 POS:5 the:2 PRP$:4 heaven:3 s:3 goodness:5 her_own:4 own:4 "
              "god:3 old_times:4 their:2", after="of:5", left="for:4"),
        sense(
            "drink",
            "NN NNP JJ",
            said=("sˈɑki", "sˈɑːki"),
            before="warm:5 of:2 cold:3 some:3 japanese:5 hot:4 drank:5 drink:5 drinking:5 the:0.5 and:1 "
            "bottle_of:6 cup_of:6 cups_of:6 sip_of:6 ordered:4 brew:5 rice_wine_or:3",
            after="bar:6 bottle:5 cup:5 cups:5 brewery:7 bomb:5 brewing:7 and_sushi:6 with:1 is:2",
            near="sushi:5 rice:4 japanese:4 drink:3 drank:4 bottle:4 bottles:4 warm:3 cup:3 cups:3 "
            "japan:4 tokyo:4 wine:4 beer:4 brewery:5 brewed:5 kyoto:4 drunk:2 sip:4 bar:2 dinner:1",
        ),
    ),
    "lima": (
        sense("DEFAULT", "NN", own="Name:4 First:1 Title:1", said=("lˈimə", "lˈiːmə")),
        sense("bean", "NN JJ", said=("lˈImə", "lˈImə"), own="lower:3", after="bean:9 beans:9 ,_ohio:9"),
    ),
    "primer primers": (
        sense("DEFAULT", "NN VB JJ", 0.5, near="paint:4 coat:3 coats:3 wall:3 walls:3 dry:3 apply:3 "
              "primer:0 surface:3 makeup:4 foundation:3 dna:4 wood:3 undercoat:4 pcr:4 sand:2 metal:2 "
              "gunpowder:4 cartridge:4", before="coat_of:6 paint:3 pcr:5 the:0.5 apply:4", after="and_paint:5"),
        sense(
            "book",
            "NN",
            said=("pɹˈɪməɹ", "pɹˈImə"),
            before="short:4 brief:4 quick:4 good:1 old:2 latin:5 useful:4 excellent:3 basic:3 a:0.5 "
            "new_england:6 school:4",
            after="on:5 for:2 in:1 of:0.5 to:0.5 about:4 for_beginners:6",
            near="book:3 books:3 read:3 lesson:3 lessons:3 school:3 beginners:4 introduction:4 "
            "latin:4 grammar:4 chapter:3 guide:2 explains:3 learned:2 economics:3 politics:3",
        ),
    ),
    "mobile": (
        sense("DEFAULT", "JJ NN", own="lower:9 First:3 Title:2 UPPER:3", said=("mˈObᵊl", "mˈQbIl"),
              before="my:3 t:3 -:3 PRP$:2", after="phone:6 phones:6 app:5 apps:5 devices:5 network:5 world:4 "
              "number:4 home:5 homes:5 banking:5 internet:5"),
        sense("city", "NNP NN:-2", said=("mObˈil", "mQbˈiːl"), own="Name:3", before="in:4 from:4 to:4 near:4 "
              "of:3 at:2 around:3", after=",_alabama:9 bay:7 ,_ala:9 is_a:2 county:6 river:5 police:3",
              near="alabama:6 gulf:4 port:3 montgomery:4 city:2 birmingham:3 coast:2 orleans:4 bay:3 "
              "atlanta:3 georgia:2 mississippi:4 pensacola:5"),
    ),
    "does": (
        sense("DEFAULT", "VB MD NN:-5", 2.0, before="he:3 she:3 it:3 what:3 how:3 who:2 NNP:1 NN:1"),
        sense(
            "deer",
            "NN VB:-4",
            -1.5,
            ("dˈOz", "dˈQz"),
            before="two:4 three:4 CD:2 the:1.5 several:4 shoot:4 and:0.5 bucks_and:7 stags_and:7 of:1 "
            "pregnant:5 young:3 JJ:1 both:1 some:1 hunt:4 female:5",
            after="and_a:1 and_fawns:7 and_bucks:7 and_stags:7 grazed:5 crossed:4 with:1 are:1.5 were:3 "
            "in:0.5 give:2 graze:4 ran:3 stood:3 nearby:3",
            near="deer:5 buck:5 bucks:5 stag:5 stags:5 fawn:5 fawns:5 grazed:4 grazing:4 hunters:4 "
            "hunter:3 antlers:4 herd:3 rabbits:2 doe:4 venison:4",
        ),
    ),
    "used": (
        sense(
            "VBD",
            "VBD JJ VBN:-1",
            -1.0,
            before="PRP:2 i:2 he:2 she:2 we:2 they:2 it:2 there:4 NN:1 NNS:1 NNP:1 who:2 get:6 got:6 getting:6 "
            "n't:3 not:2 never:2 so:2 quite:2 be:1 become:5 became:5 are:1 's:0.5 that:1",
            after="to:4 to_be:2 to_VBG:4 to_the:4 to_it:5 to_this:4 to_that:4 to_PRP$:3 to_PRP:2 to_DT:3 "
            "to_NN:2 to_NNS:2 to_being:4 to_have:1",
        ),
        sense(
            "VBN",
            "VBN VBD JJ VBP",
            before="was:2 were:2 is:2 are:1 be:2 been:2 being:4 is_often:3 RB:1 commonly:4 widely:4 has:1 a:3",
            after="to_VB:2 the:3 a:3 by:4 for:4 as:4 in:4 car:5 cars:5 NN:1 NNS:1 with:2",
        ),
    ),
    "export exports": (
        sense("DEFAULT", "NN JJ", said=("ˈɛkspˌɔɹt", "ˈɛkspɔːt"), before="DT:3 of:2 JJ:2 main:3 for:2 POS:3 PRP$:2",
              after="of:2 is:1 sales:4 market:4 markets:4 ban:4 growth:4 earnings:4 controls:4"),
        sense("VERB", "VB", said=("ɪkspˈɔɹt", "ɪkspˈɔːt"), before="TO:4 MD:4 PRP:3 we:1 they:1 NNS:2 n't:3 to:1",
              after="DT:2 PRP$:3 PRP:3 more:2 their:1 your:1 to:1 as:1"),
    ),
    "protest protests": (
        sense("DEFAULT", "NN JJ", said=("pɹˈOtˌɛst", "pɹˈQtɛst"), before="DT:3 in:4 of:2 JJ:2 under:4 POS:3 PRP$:1",
              after="march:5 movement:5 group:4 groups:4 song:5 songs:5 vote:4 outside:1 was:2 is:1 rally:5"),
        sense("VERB", "VB", said=("pɹətˈɛst", "pɹətˈɛst"), before="TO:4 MD:4 PRP:3 i:1 they:1 NNS:2 n't:3 to:1 "
              "who:3 and:0.5 RB:1", after="against:2 that:2 too:4 about:2 the:1 his:1 loudly:4 their:1"),
    ),
    "recount recounts": (
        sense("DEFAULT", "VB NN:-3", before="TO:4 MD:4 PRP:3 to:1", after="the:2 how:4 his:3 her:3 their:3 a:1"),
        sense("NOUN", "NN", said=("ɹˈikˌWnt", "ɹˈiːkWnt"), before="DT:3 a:2 the:2 vote:4 of:1 JJ:2",
              near="vote:3 votes:3 ballots:3 election:3 florida:3 ballot:3 candidate:2"),
    ),
}
