"""The words: what `senses.py` reads.

`GENERAL` has the cues that tell a verb from a noun or an adjective, whatever the word; they serve
for every word whose sounds misaki's lexicon has by part of speech. `WORDS` has the words that need
more. `DEFAULT`, `VERB`, `NOUN`, `ADJ` and `VBD` are keys of misaki's lexicon; the other senses are
our own, with their American and their British sound.

Every number with a sign is the weight of the cues behind it, in natural logarithms: a cue of +3
counts as much as the tagger being twenty times surer.

It is long because it is a table.
"""

GENERAL = """
general
  VERB
    own +6 predicate +3 command +1.5 maybe
    before +4 MD please let_'s +3 TO n't TO_RB +2.5 i we they +2 you who +1 not PRP never always
        +0.5 RB
    after +2.5 PRP +2 PRP$ +1.5 DT +1 me him them us
  NOUN
    own +1 verbful
    before +3 POS +2.5 DT PRP$ IN +2 of no dozen +1.5 JJ +1 CD all -1 as than -2 that if because
        though although while whether
    after +2 RB_VBZ RB_VBD RB_MD +1.5 of is was VBZ VBD +1 are were MD
  ADJ
    own +1 verbful
    before +3 very +2 so too more most +1.5 is are was were be +1 DT PRP$
    after +2 NN NNS
  ADV
  EITHER
    own +1 verbful
    before +3 very POS +2.5 DT PRP$ IN +2 so too more most of no dozen +1.5 is are was were be JJ
        +1 CD all -1 as than -2 that if because though although while whether
    after +2 RB_VBZ RB_VBD RB_MD +1.5 of is was VBZ VBD +1 are were MD NN NNS
"""

WORDS = """
read
  DEFAULT
    tags VB NN -2.5 VBD -3 JJ -5 VBN
    own +3 First
    before +5 TO MD please did does let_me let_us let_'s +4 n't do to +3 a must few many +2 good
        often usually always rarely some +1.5 NNS +1 and_then who ever never still i we you they
    after +1 between more
    left +7 did +3 do does can could will would shall should may might must cannot ca wo let +2
        make made help helped watch hear +1.5 to
    near +3 these_days +2.5 a_week a_day a_month a_year a_term +2 every each usually daily
        nowadays tomorrow please +1 often always today tonight +0.7 VBZ VBP
  VBD
    tags VBD VBN JJ -1 VBP -2 NN -2.5 VB
    before +5 he she it have has had having 've was were been being +4 is be widely +3 NN NNP 'd
        are get got well i_once +2 already recently sign +1 just
    after +5 somewhere +2 in_the_paper online +1 about that -9 -_only
    left +5 has had +4 have having 've +2 was were
    near +4 yesterday last_night last_week last_month last_year last_summer ago when_i_was +1.5
        VBD earlier +1 once later aloud
lead leads
  DEFAULT
    tags VB NN JJ VBP
    before +4 took taking takes +3 take in_the commanding narrow point goal +2 his her our their
        new big early follow +1 a CD +0.5 the
    after +5 singer singers role roles guitarist actor actress investigator vocalist author
        designer engineer +4 story guitar developer time writer editor +3 times by him them us you
        me +2 the over off her +1 to with
    near +3 leash +2 race polls score dog detective detectives investigation points sales +1.5
        team +1 game half police match goal vote actor
  metal -1.5
    said lˈɛd lˈɛd
    tags NN -1 JJ
    before +6 molten levels_of traces_of tetraethyl +5 lined_with coated_with swallowed swallow
        ate eat inhaled inhale breathe melting mined mining contains contain containing heavy_as
        melted tons_of amounts_of amount_of sheets_of lump_of pounds_of kilos_of +4 made_of
        filled_with melt toxic tin_and copper_and zinc_and mercury_and +3 liquid +2.5 of +2 red
        white +1 like from with found no not +0.5 and or
    after +9 poisoning +8 pipe pipes paint paints solder oxide azide sulfide chloride nitrate
        -_free -_acid -_based -_lined +7 bullet bullets ingot ingots crystal acid ore plumbing
        smelter smelting -_colored -_coloured +6 weight weights roof roofs balloon batteries
        exposure contamination pellet pellets dust sinker sinkers apron coffin foil shielding
        glaze melts +5 shot mine mines mining battery sheet sheets glass pencil pencils lining
        is_toxic is_poisonous is_heavy and_mercury and_zinc and_copper +4 content levels soldiers
        +2 is_a
    near +5 cadmium arsenic +4 metal metals toxic poisonous poisoned zinc copper mercury pencils
        graphite alloy soil paint pipes petrol gasoline smelter radiation solder contaminated
        contamination +3 poison tin iron pencil bullet bullets plumber drinking_water mined melt
        melted element atomic dense cosmetics +2 silver gold water mines roof blood ingredients
        heavy toys +1.5 legs
tear tears
  DEFAULT +0.5
    tags NN -1 JJ -3 VB
    before +6 shed_a shedding_a +5 shed bitter crocodile +4 single wiped burst_into +3 into +2 in
        +1 a_few to with +0.5 of
    after +8 gas duct ducts -_stained -_jerker -_streaked +6 in_my_eye in_his_eye in_her_eye
        in_your_eye drop drops of_joy +5 welled slid
        trickled dripped welled_up +4 ran rolled streamed fell streaming flowed formed film
        glistened +3 running shed filled +2 down came +1.5 up
    near +5 eyes +4 eye cheek cheeks lashes +3 cry cried crying wiped wipe wiping sob weep wept
        sorrow joy laughter grief handkerchief blinked sweat nose chin sobbing onions +2 face sad
        funeral emotional emotion shed goodbye
  VERB
    tags VB NN -1 NNS
    before +9 wear_and +4 muscle ligament meniscus acl +2 TO MD n't +1 to +0.5 a
    after +4 apart off +3 out through along open +2 it them down the this that at in easily +1.5 a
        his her my your into in_the +1 up on
    near +3 sleeve shirt coat jacket dress trousers jeans fabric sail tent page net curtain skirt
        pocket tire tyre muscle ligament cartilage rotator meniscus tendon hamstring calf stocking
        tights sofa seat cloth strains sprain sprains bruise bruises contusions shreds rips retina
        canvas painting photograph seam lining +2 paper wear strain injury injuries surgery repair
        apart pieces ticket cuts holes stitches +1 letter cut
bow bows
  DEFAULT +0.5
    tags NN JJ -6 VB
    before +3 pink tied_a neat compound +2 longbow red drew_his big +1 long
    after +9 and_arrow and_arrows +8 tie ties -_legged -_tie +5 string window
    near +4 arrow arrows archer archers archery quiver violin violinist cello cellist fiddle rosin
        ribbon ribbons shoelace shoelaces +3 hair tie tied tying knot gift presents wrapped target
        sword spear +2 hunter hunting string strings present dress drew shoot shot crossbow +1 box
  VERB
    tags VB -0.5 NN
    before +6 took_a take_a takes_a taking_a +5 polite slight over_the across_the +4 made_a make_a
        final deep low formal stiff +3 gave_a the_port the_starboard graceful their_heads_and +2.5
        in_the at_the +2 TO MD +1.5 little
    after +7 and_scrape thruster and_stern and_curtsy +4 your wave +3 of_the before down out +2 to
        our their +1 his her
    near +4 ship boat yacht vessel ferry canoe kayak stern starboard anchor audience applause
        pressure curtsy torpedo hull iceberg submarine +3 waves deck aboard stage curtain king
        queen prince emperor japan knelt crew reef captain respect encore +2.5 rocks lookout rail
        bulkhead +2 port sea japanese polite actor actors heads conductor pianist +1.5 ice +1 head
bowed
  DEFAULT
    said bˈWd bˈWd
bowing
  DEFAULT
    said bˈWɪŋ bˈWɪŋ
minute
  DEFAULT
    tags NN VB -2 JJ
    before +9 last_- +5 per wait_a just_a +4 one CD every any this half_a +3 each next in_a -
        another +2 a last first the final the_very
    after +4 hand +3 later ago +2 i you or +1.5 of +1 he she we to
    near +2 wait clock seconds hour hours +1 time late train
  ADJ
    tags JJ -1 RB -4 NN VB
    before +6 extremely incredibly remarkably relatively vanishingly +5 so truly are were +4 such
        seem seems rather these too many +3 very most is in +2.5 was +2 be almost with +1 of only
        and
    after +8 detail details amount amounts traces quantity quantities differences particle
        particles fraction fractions variation variations scratches cracks creature creatures
        organism organisms grains doses +7 trace difference changes scratch crack grain dose
        pieces portions bubbles holes adjustments size insects fragments specks speck crystals +6
        change parts portion hole proportion print animals plants +5 piece inspection examination
        percentage in_size +4.5 part +4 compared
    near +3 microscope lens invisible +2 so_that barely tiny
resume resumes
  DEFAULT
    tags VB -3 NN
    own +3 predicate command
    before +5 TO MD +4 n't please +2 i we they talks NNS school +1 and
    after +4 work +3 talks play production service operations +2 its normal +1 on the his her
        their at after next until +0.5 in
  summary
    said ɹˈɛzəmˌA ɹˈɛzjʊmA
    tags NN -1 JJ -3.5 VB
    before +5 a +4 CD PRP$ POS +3 the +2 DT my your his her JJ strong +1 on of
    after +5 and_cover template +4 writing +3 lists +2 shows +1 is should +0.5 on
    near +4 cover_letter +3 employer employers hire hired applicants applicant candidate
        candidates recruiter recruiters attach linkedin +2 job letter hiring skills experience
        attached internship interview applied application +1.5 send +1 page email
bases
  base +1
    said bˈAsᵻz bˈAsɪz
    tags NN VB
    before +5 military army naval +4 air data +3 customer user loaded stolen missile +2 nuclear +1
        their our all three strong knowledge
    after +6 loaded +5 are_loaded were_loaded covered +0.5 on in
    near +4 loaded troops soldiers baseball stole steals inning outs runner runners acids dna
        pitcher batter adenine +3 military army naval acid covered nitrogen enemy salts +2 touch
        cover +1.5 air +1 american operations
  DEFAULT
    tags NN
    before +5 legal moral theoretical neural evidential philosophical empirical rational
        ideological conceptual ethical factual constitutional statutory physiological
        psychological +4 biological molecular genetic scientific historical +3 economic social +1
        different +0.5 several
    after +5 on_which upon_which +3 for +2 of
    near +3 argument theory decision belief beliefs philosophy judgment conclusion ethics +2 claim
        claims law laws decisions method evidence principles
live
  DEFAULT
    tags JJ RB NN -3 VB
    before +6 streamed aired +5 broadcast shown recorded +4 watch perform performs performed sings
        singing appear appears appearing performing sounds sound went played playing reporting +3
        streaming plays sing going go goes play seen +2 is was some DT see tonight fully +1.5 are
        +1 's of even on in be better
    after +6 music concert concerts broadcast broadcasts wire wires album recording audience
        coverage stream streams ammunition performance performances event events bait update
        updates chat blog footage video feed -_action -_stream +5 show shows band animal
        television tv link report version on_air action yogurt vaccine grenade +4 animals radio
        oak on_stage rounds load and_direct +3 on_television on_our on_tv from fish +2 at_noon
        stock tonight
    near +2 broadcast band streamed +1.5 tv concert +1 stage television website
  VERB
    tags VB
    before +4 TO MD i we you they n't long +3 PRP people who to_RB +2 NNS still never where also
        actually +1 and all both only now
    after +5 up_to +4 alone happily forever happily_ever abroad +3 here there together near next
        without off among upstairs downstairs +2.5 in +2 with under like outside long close
        through +1.5 for by +1 as +0.5 on
    left +3 do does did +2 can could would +1.5 to +1 will
    own +3 predicate
lives
  DEFAULT
    tags NNS NN -3 VB
    before +5 human save saves saved saving private own people_'s nine thousands_of +4 PRP$ CD
        daily past young POS claimed +3 our their lost many cost real other these of risk +2 the
        two JJ lead
    after +5 matter +4 lost at_risk +3 were depend +2 are of
  VERB
    tags VBZ
    before +6 how_one no_one +5 he she who +4 it +3 NNP everyone one still also +2 that now +1.5
        NN +0.5 and
    after +4 alone up_to +3 here near next +2 in with there on under +1 by at
wound
  DEFAULT +0.5
    tags NN VB VBP -2 VBD -3 VBN
    before +6 gunshot stab flesh +5 fatal knife +4 bullet exit entry TO MD n't open head +3 PRP$
        did POS to words_can chest leg +2 DT a this old +1.5 JJ +1 that
    after +6 care infection dressing +5 healed healing heals bled +4 infected +3 is was anyone +2
        took +1 in that +0.5 on to
    near +4 heal +3 bullet gunshot knife stab blood bleeding infected infection healed healing
        doctor nurse surgeon stitches arrow scar antiseptic soldiers soldier sword pride pus +2
        hospital fatal badly died insult
  VBD
    tags VBD VBN -1 VBP
    before +5 tightly +4 he she road path river trail queue staircase procession +3 they it we i
        line stream was_tightly finally had 've has have slowly +2 been who NNS +1 you and was is
    after +6 his_way her_way their_way my_way +5 up down around round through +4 its along tightly
        +3 back +2 into the across between +1.5 it +1 a
    near +3 clock rope thread yarn wool spool bobbin coil scarf hills valley crank handle +2
        string watch wire tape reel road path hill streets up_in window
wind winds
  DEFAULT
    tags NN JJ NNS -4 VB
    before +5 prevailing +4 strong cold high north solar +3 south east west warm in_the with_the
        second against_the +2 the DT of no by_the +1 JJ +0.5 and
    after +7 turbine turbines chill tunnel +6 blew blows blowing power farm farms energy speed
        instrument instruments chimes shear and_rain and_solar howled +5 speeds gusts and_wave
        dropped resistance +4 direction +3 was rose +2 is of from screen +0.5 in
    near +3 blew blow blows blowing storm rain gust gusts sail sails turbine turbines solar
        weather mph chill +2 hair trees leaves knots waves snow brought_down forecast +1.5 north
        south east west cold
  VERB
    tags VB -3 NN NNS
    own +3 predicate command
    before +4 TO MD staircase let_'s +3 river roads n't paths trail track +2 to path road streets
        i you PRP streams +0.3 and
    after +7 the_clock +4 up +3 around round through it its people him me your_way +2.5 down +2
        back your the her them along between +1 my a
    near +3 clock string yarn wool crank bobbin spool thread +2 watch rope staircase valley toy
        reel
close
  DEFAULT
    tags JJ RB IN -4 NN VB
    before +5 very too fairly stay stayed dangerously extremely keep_a +4 so quite getting how
        pretty stood sat live lives remain lived +3 as get got come came coming held stand nowhere
        +2 keep hold are were really been +1.5 a +1 this is was more have_a no that be my
    after +7 -_knit +6 friend friends call relative relatives eye attention contact range look
        ties encounter encounters proximity relationship shave +5 quarters enough watch relations
        links inspection cooperation combat associate ally allies colleague +4 game race together
        second at_hand family match contest finish -_up +3 to by behind +0.5 and
  VERB
    tags VB NN
    own +7 predicate +3 command
    before +8 drew_to_a +7 to_a +5 please +4 TO MD n't at_the +3 the market banks shops bank
        let_'s stores +2 i we they does +1 you eyes +0.5 or
    after +6 up_shop +5 your +4 the it down +3 his her its my our their at all of this both
        tomorrow +2 for early that out before +1 in on
    left +3 does did +2 do +1 to
    near +2 door window trading account +1 shop bank store market closing
bass
  DEFAULT
    tags NN JJ VB
    before +7 sea largemouth smallmouth striped +6 grilled chilean baked fried +3 caught +2 rock
        huge +1 CD +0.5 of
    after +8 fishing fish +7 and_perch and_trout fisherman +6 lake fillet fillets +5 boat
    near +4 fish fishing fished fisherman angler anglers lake river pond grilled fillet fillets
        caught perch trout salmon pike carp bait tuna cod species swam fins reeled +3 catch hook
        pounds recipe lemon menu baked roasted +2 water restaurant weigh reel boat +1.5 dinner +1
        pound
  ADJ +2
    tags NN JJ VB RB
    before +6 double electric upright acoustic +5 slap +3 play plays played playing sings sing
        sang +2 heavy deep +1 on +0.5 the
    after +8 guitar guitars player players drum drums clef clarinet riff guitarist -_baritone
        and_drums and_treble +7 line lines singer solo amp frequencies +6 note notes voice speaker
        boost tones +4 part +1 in_the
    near +4 treble +3 guitar guitars drums jazz band song songs singer choir tenor alto soprano
        amp amplifier riff groove volume music headphones album stereo trio piano +2 loud solo
        +1.5 sound +1 neighbors neighbours
row rows
  DEFAULT
    tags NN VB JJ
    before +7 front death skid +6 savile +5 back second first third top bottom header cannery +4
        last each same next long middle neat empty single per +3 every whole double +2 CD TO +1.5
        in_a +1 this
    after +7 and_column +6 house houses +5 boat +4 of number CD contains +3 your +2 upon across
        back +1.5 to +1 a by +0.5 on in
    near +3 seat seats columns column spreadsheet cells chairs desks corn beans houses trees boat
        boats oar oars delete insert knitting stitch stitches consecutive +2 table cell desk river
        cinema theater theatre data games wins won +1.5 times days years garden +0.5 CD
  quarrel -2.5
    said ɹˈW ɹˈW
    tags NN
    before +8 blazing flaming furious almighty +6 terrible diplomatic angry heated +5 political
        having_a bitter ugly +4 had_a have_a awful having_another trade what_a stupid +3 huge
        public family had_another race +2 big another +0.5 the a this
    after +6 erupted erupts +5 about broke ignited escalated deepened was_loud rumbled intensified
        +4.5 over +4 breaks blew goes_on among +3.5 with +3 between
    near +3 quarrel argued argument shouting shouted minister mps resigned landlord loud scandal
        apology apologised downing_street slammed +2 neighbours neighbors mp party wife husband
        police parents noise over_pay brexit government union
sow sows
  DEFAULT
    tags VB -2 JJ -3 NN
    own +3 predicate command
    before +4 TO MD +3 you we i they to farmers +2 NNS PRP
    after +6 seeds the_seeds the_seed wheat doubt discord confusion division chaos +5 seed
        tomatoes +4 outdoors indoors the_wind +3 them +1 it in
    near +4 reap +3 seed seeds wheat crop crops tomatoes barley soil compost lettuce +2 garden
        field fields +1 spring autumn
  NOUN
    tags NN -3 VB JJ
    before +5 pregnant +4 old prize fat breeding +3 DT wild POS farmer_'s +2 this +1 a the
    after +8 's_ear +6 grunted farrowed and_boar +5 and_her gave_birth stall stalls +3 had 's was
    near +5 piglets +4 pig pigs piglet litter boar sty grunted farrowing hogs +3 pork +2 straw ear
        pen
dove
  DEFAULT
    tags NN JJ -3 VB
    before +6 mourning +5 white turtle +4 grey gray +3 DT single +1.5 JJ +1 a the of
    after +6 of_peace cooed +5 flew cote +4 landed +3 is was gray carrying +2 and_the
    near +3 bird birds peace pigeon pigeons hawk olive wings nest feathers cage flew ark soap +2
        rates
  VERB
    tags VB -3 NN
    before +5 he she they i we +3 it you then who +2 NNS NNP +1.5 and +1 PRP NN
    after +6 into headfirst toward towards overboard underwater +5 under straight beneath +4 off
        down deep head below onto behind +3 in for through across back after +2 from right to
    near +3 pool submarine swimmer +2 water lake plane
desert
  DEFAULT
    tags NN JJ
    before +5 gobi sahara sonoran mojave +4 across_the +3 the a into_the in_the food
    after +5 island islands +4 sand heat +2 is was
  VERB
    tags VB
    own +3 predicate command
    before +5 just +4 TO MD n't who +3 not never i they +1 to NNS
    after +4 me him them us the_army +3 her you the_party +2 his their +1 when
deserts
  DEFAULT
    tags NN
    after +2 of are
  VERB
    tags VB -5 NN
    before +9 just +3 he she who
content contents
  DEFAULT
    tags JJ VB RB -4 NN
    before +5 quite perfectly am 'm happy_and +4 're seems seem looked felt feel seemed very
        remain +3 be was were not so themselves himself +2 n't +1.5 are +1 's less is she +0.5
        more
    after +5 himself herself themselves myself +4 with +3 to just +2 here +1 that +0.5 in
  NOUN
    tags NN -3 JJ
    before +5 video web fat sugar alcohol +4 original water online user digital calorie carbon
        create creating +3 of POS free new emotional violent +2.5 the +2 DT all this +1 JJ for
        PRP$
    after +6 creator creators marketing management provider providers warning strategy moderation
        +5 delivery +4 of +2 is on from was +1 that for
polish
  DEFAULT
    said pˈɑlɪʃ pˈɒlɪʃ
    tags VB NN -4 JJ
    own +5 lower +3 predicate command
    before +7 nail shoe furniture spit_and +6 floor +5 TO +4 MD silver metal please +3 french n't
        +2 to you we i +1 some of and
    after +7 remover +6 your my it them up off and_shine and_wax and_buff +5 the until silver +4
        his her their our each every both shoes +3 all +2 a
    near +3 shoes silver shine shines wax shiny +2 nail floor table cloth
  nationality
    said pˈOlɪʃ pˈQlɪʃ
    tags JJ NNP -2 NN -5 VB
    own +7 Name +1 First Title +0 UPPER -3 lower
    before +5 speaks fluent +4 speak speaking +3 learn learning +2 in from is was a
    after +7 accent accents language zloty +6 border immigrant immigrants government army
        president sausage sausages citizen citizens prime +5 man woman people food and_russian
        and_german +2 NNS +1.5 NN
    near +4 poland warsaw krakow +3 german russian ukrainian czech +2 language english europe
august
  month
    said ˈɔɡəst ˈɔːɡəst
    tags NNP NN
    own +6 Name +5 Title UPPER +3 First -2 lower
    before +4 in last early late since until mid CD july_and july_or +3 next by during +2 - of
        every +1 this
    after +6 CD +5 and_september or_september +3 heat +2 rain
    near +4 july september +3 june october +1.5 summer
  DEFAULT
    tags JJ -1 NN
    own +2 lower -2 Title
    before +5 an +4 such most +2 this that DT more PRP$
    after +6 institution body company assembly personage presence +2 NN NNS
invalid invalids
  DEFAULT
    tags JJ -3 NN
    before +6 null_and +5 declared +4 is was be are become becomes +3 were
    after +6 ticket password argument input request email character value syntax +5 data license
        +4 vote votes claim +3 if because +2 on +1 NN NNS +0.5 .
    near +3 password ticket error passport +2 entered claim argument contract license vote
  NOUN
    tags NN NNS -3 JJ
    before +6 helpless bedridden +5 confirmed elderly as_an chronic +4 permanent +3 an the his her
        old poor +1 a
    after +8 mother father wife husband +7 sister brother son daughter aunt uncle parents +6 chair
        child +5 lay sat carriage +4 who +3 and_his and_her +1.5 was
    near +4 cared nurse bed wheelchair illness nursed +3 helpless accident sofa doctor sick +2
        mother years health garden
nice
  DEFAULT +1
    said nˈIs nˈIs
    tags JJ RB NN UH
    own +9 lower +4 UPPER +3 First +1 Title
    before +5 very so +4 a how really too such looks +3 be look +1 is was +0.5 and
    after +6 to_meet +5 to_see and_easy try +4 one work weather guy guys +3 day +1 JJ
  city
    said nˈis nˈiːs
    tags NNP -2 NN -3 JJ
    own +4 Name -1 Title
    before +6 cannes_and +5 in to from near visited paris_to +4 visit around outside between via
        through +3 of at for leave left +1 and
    after +7 ,_france +6 and_cannes and_monaco +5 airport cannes carnival in_france +4 is_in is_on
        côte +3 shocked +2 is_a +1 to
    near +5 riviera cannes monaco antibes +4 france french marseille lyon promenade toulon +3
        paris city +2 coast airport flew flight train +1 beach
job
  DEFAULT +2
    said ʤˈɑb ʤˈɒb
    tags NN VB NNP
    own +9 lower +4 UPPER +2 First Title
    before +4 good great nice +3 a new
    after +5 market seeker seekers losses centre center description offer interview title openings
        vacancies +4 titles +3 done
  bible
    said ʤˈOb ʤˈQb
    tags NNP -1 NN
    own +3 Name
    before +8 patience_of book_of +6 trials_of sufferings_of comforters_of +5 prophet story_of +3
        like +2 of poor +1 to +0.5 and
    after +7 's_comforters 's_comforter +5 lost_his suffered was_a_man +4 cried prayed replied
        cursed +3 CD 's_wife answered +2 asks +1 ,_who
    near +5 bible satan biblical testament psalms genesis scripture leviathan +4 boils god
        suffering lord prophet afflictions +3 cattle patience +2 lost_everything +1.5 book
number
  DEFAULT +1
    tags NN VB -2 JJ
    before +4 phone +3 a large +2 the of PRP$ +1 no
  numb -4.5
    said nˈʌməɹ nˈʌmə
    tags JJR RBR -4 JJ -5 NN
    before +8 grew +7 growing grow +6 even became getting +5 felt feel become got went +4 feeling
        ever get +3 much +2 felt_even far +0.5 and
    after +5 and_number +4 than +2 by_the after still +1 with
    left +2 sat
    near +4 fingers toes legs lips injection numb injections jaw gums tongue tip +3 feet foot
        hands frozen frost +2 cold pain arm leg +1 face
putting
  DEFAULT
    tags VB
    after +5 it them off him together forward away me us pressure money +4 on up the a his her my
        your down their more this +3 in out +2 to
  golf
    said pˈʌɾɪŋ pˈʌtɪŋ
    tags NN JJ -2 VBG
    before +3 practice +2.5 his +2 her your practiced practised +1 PRP$ of my
    after +9 green greens stroke +8 and_chipping +7 surface +6 drill +4 let was +3 is +2 for
    near +5 golf golfer putter putt birdie caddie fairway bogey +4 green greens chipping +3 par
        tournament tee swing +2 hole course stroke +1 feet
sewer sewers
  DEFAULT +1
    tags NN JJ
    after +4 pipe pipes system line rats main grate
  tailor
    said sˈOəɹ sˈQə
    tags NN
    before +5 skilled experienced expert avid +4 home keen beginner patient +3 fast +2 good +1
        every
    after +3 who +2 needs +1 can 's
    near +5 sewing +4 sew sewed sewn needle needles fabric fabrics scissors patterns thread quilt
        quilts stitches stitch hem +3 dresses dress pattern curtains cloth +2 machine clothes
slough
  DEFAULT
    said slˈu slˈW
    tags NN JJ -4 VB
    own -3 Name
    before +4 muddy +2 DT +1 of the a
    after +9 of_despond +6 of_despair +4 of
  shed
    said slˈʌf slˈʌf
    tags VB -3 NN
    own -3 Name
    before +4 snakes +3 TO MD cells they +2 skin NNS to
    after +8 off +6 away +5 skin dead +3 their its
    near +4 skin +3 snake snakes cells +2 dead scales
  town -1
    said slˈW slˈW
    tags NNP
    own +5 Name +1 First -9 lower
    before +3 near +2 in from to +1 of at
    near +4 berkshire windsor heathrow m4 +3 london reading town england +2 office
axes
  DEFAULT +1
    tags NNS NN -4 VB
    before +6 x_and_y coordinate +5 vertical horizontal +4 y z major +1 both three +0.5 two
    after +6 of_rotation of_symmetry +2 of +1 are +0.5 and_the
    near +4 axis graph graphs chart plot parallel perpendicular rotation coordinate coordinates
        label ellipse symmetry horizontal vertical rotate +3 x y labels origin angles planet +2 z
        angle scale plane
  VERB
    tags NNS VBZ NN
    before +6 battle swinging wielding +5 stone bronze sharp throwing ice +4 carrying +2 with
        their heavy he company
    after +7 and_saws and_hammers and_knives and_spears and_swords and_shovels +5 chop jobs +4 cut
        staff
    near +4 wood chop chopped chopping trees forest knives spears swords hammers saws sharpened
        sharpen firefighters shovels armed weapons lumberjacks vikings flint woodsmen +3 tree
        forests knife battle blade blades door bronze tools +2 stone cut
multiply
  DEFAULT
    tags VB NN JJ
  adverb -1
    said mˈʌltəpli mˈʌltɪpli
    tags RB
    before +4 a +3 is are was were +2 the +1 be
    after +6 connected handicapped disabled decorated injured +5 charged +4 VBN JJ
blessed
  DEFAULT
    tags VBD VBN -1 JJ
    before +5 been +4 he she they god feel felt truly priest pope bishop 'm 're am +3 was were
        have has had so i +2 are NN NNP +1 is be and 's
    after +5 with +4 by me us him them +3 her +2 to the_NN +1 the
  holy
    said blˈɛsɪd blˈɛsɪd
    tags JJ NNP -3 VBN -4 VBD
    own +3 Name First
    before +4 whole +3 DT every our what_a +2 a the this that PRP$ +1 of_the
    after +7 virgin sacrament +6 mother is_he assurance relief trinity +5 are be event silence
        saint isle +4 thing john memory +3 day +2 is NN +1 NNS
learned
  DEFAULT
    tags VBD VBN -1.5 JJ
    before +5 have has had 've +4 i he she we they you 'd lessons lesson been +3 never be just
        soon later quickly +2 was only who NNP +1 and NN
    after +7 helplessness +5 how behavior behaviour +4 to that from about it +3 the a of by this
        his her my english +2 at when too +1 in
  ADJ
    tags JJ -3 VBN -4 VBD
    before +4 my very deeply highly +3 a most +2 DT PRP$ great +1 the +0.3 and
    after +7 man men friend society societies scholar scholars judge colleague journal journals
        treatise professor counsel woman discourse professions gentleman +6 friends profession
        monk doctor +5 body article essay +4 and_wise debate institution +3 people book +1 NN
aged
  DEFAULT
    tags VBD VBN -0.5 JJ
    before +9 middle_- +4 has have had children adults - badly +3 man woman boy girl people men
        women he she well anyone students +2 those NN NNS , is was are died +1 recently
    after +7 CD +5 between cheese beef whiskey wine rum cheddar gracefully +4 under over for well
        +3 just about in like from +2 by a +1 ten
  old
    said ˈAʤɪd ˈAʤɪd
    tags JJ NN -3 VBN -4 VBD
    before +3.5 the +3 PRP$ sick_and +2.5 an +2 sick_and_the +1 their his her my an_JJ of_the
    after +7 parents parent mother father aunt uncle monk relatives pensioners grandmother
        grandfather and_infirm widow +6 servant +5 man woman care person king couple +4 people
        population +3 dog +2 and_the +1 NNS NN
    near +3 infirm sick +2 elderly pension pensions nursing +1.5 care +1 poor
beloved
  DEFAULT
    tags VBN -1 JJ
    before +3 was is were are been +2 be much so +1 well
    after +6 by +3 of among +1 in
  dear
    said bəlˈʌvɪd bɪlˈʌvɪd
    tags JJ NN NNP -2 VBN -3 VB
    own +3 Name +2 First
    before +6 dearly +4 PRP$ +3 POS +2 my his her the our most this +1 a DT
    after +3 son country +2 NN ,
wicked
  DEFAULT +1
    tags JJ NN RB -3 VB
  drawn -1
    said wˈɪkt wˈɪkt
    tags VBD VBN -5 JJ
    before +3 fabric quickly shirt material +2 it +1.5 NN +1 is was be are
    after +8 moisture sweat +7 away +5 water +4 up off +3 into out +1 the
    near +4 moisture sweat fabric +3 cotton +2 water skin away
crooked
  DEFAULT
    tags JJ NN RB -1 VBN -3 VBD
    before +3 a is +2 the was and little so +1 PRP$
    after +4 smile teeth politician nose +3 line cop lane +1 NN . and
  VERB
    tags VBD VBN -4 JJ
    before +4 he she +3 they i +2 NNP +0.5 and
    after +6 a_finger +5 an_arm one_finger +4 her his +3 my
    near +4 finger +3 elbow +2 arm
dogged
  DEFAULT
    tags JJ NN -4 VBD VBN
    before +3 a with +2 PRP$ more +1.5 the +1 and
    after +7 determination persistence +6 resistance pursuit +5 reporter +4 defense +2 NN +1 JJ
  VERB
    tags VBD VBN -3 JJ
    before +5 been +4 have has had was were luck problems +3 he she it +2 who +1.5 NN NNS that
    after +6 by +4 him them +3 his her the my our us me their +2 its
reading
  DEFAULT
    tags VBG NN
    own +9 lower +3 Title UPPER +2.5 First
    before +0.5 of
    after +6 comprehension and_writing +5 room list skills glasses aloud +4 rainbow week books
        material group +3 the a about this between +2 is +1 for
  town
    said ɹˈɛdɪŋ ɹˈɛdɪŋ
    tags NNP -2 NN -4 VBG
    own +4 Name
    before +5 in from to near via towards outside +4 at visit +3 live_in between around leave left
        +2 of +0.5 and
    after +9 ,_berkshire +8 university festival station fc gaol ,_england +7 jail council +6 town
        +5 lost won beat played drew scored and_swindon football +4 ,_west west to_london services
        +1 has
    near +5 berkshire +4 london oxford slough thames paddington swindon m4 nil +3 train england
        league leeds fans goal commute commuters +2 platform
sake
  DEFAULT +0.5
    tags NN
    before +6 's +5 POS goodness +4 PRP$ her_own own old_times +3 heaven s god +2 the their
    after +5 of
    left +4 for
  drink
    said sˈɑki sˈɑːki
    tags NN NNP JJ
    before +6 bottle_of cup_of cups_of sip_of +5 warm japanese drank drink drinking brew +4 hot
        ordered +3 cold some rice_wine_or +2 of +1 and +0.5 the
    after +7 brewery brewing +6 bar and_sushi +5 bottle cup cups bomb +2 is +1 with
    near +5 sushi brewery brewed +4 rice japanese drank bottle bottles japan tokyo wine beer kyoto
        sip +3 drink warm cup cups +2 drunk bar +1 dinner
lima
  DEFAULT
    said lˈimə lˈiːmə
    tags NN
    own +4 Name +1 First Title
  bean
    said lˈImə lˈImə
    tags NN JJ
    own +3 lower
    after +9 bean beans ,_ohio
primer primers
  DEFAULT +0.5
    tags NN VB JJ
    before +6 coat_of +5 pcr +4 apply +3 paint +0.5 the
    after +5 and_paint
    near +4 paint makeup dna undercoat pcr gunpowder cartridge +3 coat coats wall walls dry apply
        surface foundation wood +2 sand metal
  book
    said pɹˈɪməɹ pɹˈImə
    tags NN
    before +6 new_england +5 latin +4 short brief quick useful school +3 excellent basic +2 old +1
        good +0.5 a
    after +6 for_beginners +5 on +4 about +2 for +1 in +0.5 of to
    near +4 beginners introduction latin grammar +3 book books read lesson lessons school chapter
        explains economics politics +2 guide learned
mobile
  DEFAULT
    said mˈObᵊl mˈQbIl
    tags JJ NN
    own +9 lower +3 First UPPER +2 Title
    before +3 my t - +2 PRP$
    after +6 phone phones +5 app apps devices network home homes banking internet +4 world number
  city
    said mObˈil mQbˈiːl
    tags NNP -2 NN
    own +3 Name
    before +4 in from to near +3 of around +2 at
    after +9 ,_alabama ,_ala +7 bay +6 county +5 river +3 police +2 is_a
    near +6 alabama +5 pensacola +4 gulf montgomery orleans mississippi +3 port birmingham bay
        atlanta +2 city coast georgia
does
  DEFAULT +2
    tags VB MD -5 NN
    before +3 he she it what how +2 who +1 NNP NN
  deer -1.5
    said dˈOz dˈQz
    tags NN -4 VB
    before +7 bucks_and stags_and +5 the pregnant female +4 two three several shoot hunt +3 young
        +2 CD +1 some of JJ both +0.5 and
    after +7 and_fawns and_bucks and_stags +5 grazed +4 crossed graze +3 were ran stood nearby +2
        give +1.5 are +1 and_a with +0.5 in
    near +5 deer buck bucks stag stags fawn fawns +4 grazed grazing hunters antlers doe venison +3
        hunter herd +2 rabbits
used
  VBD -1
    tags VBD JJ -3 VBN
    before +6 get got getting +5 become became +4 there +3 n't +2 PRP i he she we they it who not
        never so quite +1 NN NNS NNP be are that +0.5 's
    after +5 to_it +4 to to_VBG to_the to_this to_that to_being +3 to_PRP$ to_DT +2 to_be to_PRP
        to_NN to_NNS +1 to_have
  VBN
    tags VBN VBD JJ VBP
    own +2.5 verbful
    before +4 being commonly widely +3 is_often a +2 was were is be been +1 are RB has
    after +5 car cars +4 by for as in +3 the a +2 to_VB with +1 NN NNS
    left +2 can could may might be +1 which
arithmetic
  DEFAULT
    tags NN -1 JJ
    before +3 at +2 teaches +1 IN PRP$ DT
    after +2 is +1 . and
  ADJ
    tags JJ -2 NN
    after +6 mean means operation operations progression average sequence +5 series logic
        expression expressions +1 NN NNS
arsenic
  DEFAULT
    tags NN JJ VB
  ADJ
    tags JJ
    after +6 acid
produce
  DEFAULT like VERB
    tags VB JJ RB
    before +2 help also +1 to NNS
    after +3 results +1 more a NNS
  NOUN like NOUN
    tags NN
    before +5 fresh organic seasonal dairy agricultural rotting +4 local farm frozen +3 buy bought
        sell sells sold wash eat +2 away some +1 their +0.5 and
    after +7 aisle section +6 department stand +5 market manager bags +3 prices
    near +2 grocery vegetables fruit fruits supermarket aisle +1.5 market +1 organic
refuse
  DEFAULT like VERB
    tags VB RB
    before +2 or
    after +4 to +1 a
  NOUN like NOUN
    tags NN -2 JJ
    before +6 household +5 domestic kitchen +4 garden +3 human collect collects +1 on
    after +7 collection collector collectors bin bins truck dump heap disposal lorry +6 bags +5
        site
    near +2 bins rubbish garbage collected dumped piles rats +1 streets strike
export exports
  DEFAULT
    said ˈɛkspˌɔɹt ˈɛkspɔːt
    tags NN JJ
    before +3 DT main POS +2 of JJ for PRP$
    after +4 sales market markets ban growth earnings controls +2 of +1 is
  VERB
    said ɪkspˈɔɹt ɪkspˈɔːt
    tags VB
    own +4 predicate +3 command
    before +4 TO MD +3 PRP n't +2 NNS +1 we they to
    after +3 PRP$ PRP +2 DT more +1 their your to as
protest protests
  DEFAULT
    said pɹˈOtˌɛst pɹˈQtɛst
    tags NN JJ
    before +4 in under +3 DT POS +2 of JJ +1 PRP$
    after +5 march movement song songs rally +4 group groups vote +2 was +1 outside is
  VERB
    said pɹətˈɛst pɹətˈɛst
    tags VB
    own +4 predicate +2 command
    before +4 TO MD +3 PRP n't who +2 NNS +1 i they to RB +0.5 and
    after +4 too loudly +2 against that about +1 the his their
recount recounts
  DEFAULT
    tags VB -3 NN
    own +3 predicate command
    before +4 TO MD +3 PRP +1 to
    after +4 how +3 his her their +2 the +1 a
  NOUN
    said ɹˈikˌWnt ɹˈiːkWnt
    tags NN
    before +4 vote +3 DT +2 a the JJ +1 of
    near +3 vote votes ballots election florida ballot +2 candidate
"""
