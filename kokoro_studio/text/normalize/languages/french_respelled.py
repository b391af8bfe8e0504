"""French words that espeak-ng misreads, with a spelling that it reads right, or phonemes.

A word stands for its plural too, and for both with a capital or in capitals.
"""

from __future__ import annotations

from functools import cache

# Mute letters sounded, sounded ones mute, vowels and consonants of another word.
_RESPELLED = """
porc=por persil=persi sourcil=sourci soûl=soû joug=jou almanach=almana dompter=donter
dompteur=donteur dompteuse=donteuse dompté=donté indompté=indonté indomptable=indontable
prompte=pronte promptement=prontement promptitude=prontitude exempter=exanter exempté=exanté
exempte=exante exempt=exan solennel=solanel solennelle=solanelle solennellement=solanellement
solennité=solanité couenne=couanne quartz=couartz Jésus-Christ=Jésus-Cri lichen=likène yacht=yotte
Michel-Ange=Mikel-Ange Zurich=Zuric référendum=référindom acupuncture=acuponcture bacille=bacile
capillaire=capilaire maxillaire=maxilaire Achille=Achile fœtus=fétusse œdème=édème
œsophage=ésophage jadis=jadisse cassis=cassisse balsamique=balzamique
Bruxelles=Brusselles bruxellois=brussellois bruxelloise=brusselloise Auxerre=Ausserre
Auxonne=Aussonne Chamonix=Chamoni Metz=Mess Retz=Rè Reims=Rinse Lens=Lanss Agen=Ajin Rouen=Rouan
Doubs=Dou Aisne=Ène Descartes=Dékarte amer=amère éther=étère atlas=atlasse
consensus=consinsusse cosmos=cosmosse biceps=bicepse triceps=tricepse forceps=forcepse
tournevis=tournevisse dos=dau chut=chutte déficit=déficite suspect=suspè respect=respè
aspect=aspè irrespect=irrespè circonspect=circonspè testament=testamant tempérament=tempéramant
blanchiment=blanchimant polyvalent=polyvalan confident=confidan dissident=dissidan
froment=froman dûment=dument indûment=indumant assidûment=assidumant paravent=paravan
décadent=décadan onguent=onguan fervent=fervan indulgent=indulgean négligent=négligean
ineptie=inepsie acrobatie=acrobacie calvitie=calvicie facétie=facécie argutie=argucie
prophétie=profécie Dalmatie=Dalmacie satiété=saciété idiotie=idiocie égyptien=égypsien
égyptienne=égypsienne laid=lè monseigneur=monsègneur mgr=monsègneur
crucifix=crucifi perdrix=perdri bidonville=bidonvile bidonvilles=bidonvile
cacahuète=cacaouète cacahouète=cacaouète fjord=fiord échographie=ékografie
choléra=koléra cholestérol=kolestérol dichotomie=dikotomie transhumance=tranzumance
magnus=maguenusse arctique=arktique succinct=sucsin succincte=sucsinte succion=suksion
péréquation=pérécouation shampooing=champoin shampoing=champoin soubresaut=soubressaut
gentilshommes=gentizomme sangsue=sanssue doigté=doité poncho=pontcho crescendo=crechendo
emmental=émintal paella=paéla boomerang=boumrang igloo=iglou tramway=tramoué
scoutisme=scoutisse thermos=thermosse tétanos=tétanosse hibiscus=hibiscusse ibis=ibisse
gratis=gratisse mérinos=mérinosse lotus=lotusse détritus=détritusse
vécus=vécu vécut=vécu écus=écu survécut=survécu rébus=rébusse versus=versusse
prospectus=prospectusse quiz=couiz écosystème=écossistème asymétrie=assymétrie
asymétrique=assymétrique aseptisé=acceptizé apaisement=apaizemant plinthe=plinte menthe=mante
absinthe=absinte labyrinthe=labirinte jacinthe=jacinte hyacinthe=iacinte térébenthine=térébantine
mammouth=mamoute dilemme=dilème emprunts=emprun embruns=ambrin bruns=brun
insipide=incipidde lipide=lipidde calife=califfe pontife=pontiffe polygame=poligame
polygamie=poligamie
Danemark=Danemarc Beyrouth=Bérout Copenhague=Copenague Marrakech=Marrakèche Istanbul=Istanboul
Éthiopie=Étiopie éthiopien=étiopien éthiopienne=étiopienne Wallonie=Valonie wallon=valon
wallonne=valonne Maghreb=Magreb maghrébin=magrébin maghrébine=magrébine
Élisabeth=Élizabète Elisabeth=Élizabète Elizabeth=Élizabète Édith=Édite Edith=Édite
Judith=Judite Ruth=Rute Jonathan=Jonatane Nathan=Natane Marthe=Marte Berthe=Berte Mathilde=Matilde
Barthélemy=Bartélémi Arthur=Artur Alfred=Alfrède Joachim=Joakime Léopold=Léopolde
Carlos=Carlosse Marcus=Marcusse Médicis=Médicisse Arras=Arrasse Rodez=Rodèsse Thiers=Tière
Damoclès=Damoclesse Périclès=Périclesse Crésus=Crésusse Bacchus=Bacusse 
Sarthe=Sarte Carthage=Cartage Corinthe=Corinte Troyes=Troi Clovis=Clovisse
Jupiter=Jupitère Lucifer=Lucifère Hitler=Itlère Alzheimer=Alzaïmère jury=juri
penalty=pénalti derby=derbi lobby=lobi hobby=/ɔbˈi/ ferry=féri dandy=dandi brandy=brandi lady=lédi
baby=bébi papy=papi hippy=/ipˈi/ chantilly=chantiyi Vintimille=Vintimile
homosexualité=omossexualité homosexuel=omossexuel homosexuelle=omossexuelle
pénis=pénisse  
pathos=patosse magnum=maguenome 
Pythagore=Pitagore polyester=polyestère bistrot=bistro
amers=amère reporters=reportère supporters=supportère
Montpellier=Montpelié Millau=Mi-yo Mans=Mant Quimper=Quimpère
prud'homme=prudomme copyright=/kɔpiʁˈajt/ 
Doris=Dorisse Iris=Irisse Régis=Régisse Boris=Borisse
Stanislas=Stanislasse Jonas=Jonasse
Agnès=Agnesse Inès=Inesse Mercédès=Mercédesse
insipides=incipidde scotch=/skˈɔtʃ/ kaki=kaki thuya=tuya psychopathe=psicopate
misanthrope=mizantrope philanthrope=filantrope anthropologue=antropologue
léthargie=létargie léthargique=létargique lithographie=litografie géothermie=géotermie
arithmétique=aritmétique euthanasie=eutanazie euthanasier=eutanazié bathyscaphe=batiscafe
succès=sucsè cuiller=cuillère 
"""

# Words of other languages as a French speaker says them; between slashes the phonemes.
_FOREIGN = """
week-end=/wikˈɛnd/ weekend=/wikˈɛnd/ parking=/paʁkˈiŋ/ camping=/kɑ̃pˈiŋ/ shopping=/ʃɔpˈiŋ/
marketing=/maʁketˈiŋ/ meeting=/mitˈiŋ/ planning=/planˈiŋ/ pressing=/pʁesˈiŋ/
dressing=/dʁesˈiŋ/ brushing=/bʁœʃˈiŋ/ casting=/kastˈiŋ/ coaching=/kotʃˈiŋ/ training=/tʁenˈiŋ/
lifting=/liftˈiŋ/ peeling=/pilˈiŋ/ zapping=/zapˈiŋ/ smoking=/smɔkˈiŋ/ building=/bildˈiŋ/
standing=/stɑ̃dˈiŋ/ feeling=/filˈiŋ/ timing=/tajmˈiŋ/ streaming=/stʁimˈiŋ/ karting=/kaʁtˈiŋ/
leasing=/lizˈiŋ/ holding=/ɔldˈiŋ/ listing=/listˈiŋ/ packaging=/pakadʒˈiŋ/ phishing=/fiʃˈiŋ/
gaming=/ɡɛmˈiŋ/ brainstorming=/bʁɛnstɔʁmˈiŋ/ crowdfunding=/kʁawdfœndˈiŋ/ pudding=/pudˈiŋ/
looping=/lupˈiŋ/ ring=/ʁˈiŋ/ string=/stʁˈiŋ/ swing=/swˈiŋ/ jogging=/dʒɔɡˈiŋ/
footing=/futˈiŋ/ stretching=/stʁɛtʃˈiŋ/ bowling=/bulˈiŋ/ trading=/tʁɛdˈiŋ/ lobbying=/lɔbiˈiŋ/
living=/livˈiŋ/ dancing=/dɑ̃sˈiŋ/ racing=/ʁasˈiŋ/ sterling=/stɛʁlˈiŋ/ mailing=/mɛlˈiŋ/
forcing=/fɔʁsˈiŋ/ piercing=/piʁsˈiŋ/ consulting=/kɔ̃syltˈiŋ/ reporting=/ʁəpɔʁtˈiŋ/
briefing=/bʁifˈiŋ/ débriefing=/debʁifˈiŋ/ travelling=/tʁavlˈiŋ/ surfing=/sœʁfˈiŋ/
football=/futbˈɔl/ footballeur=/futbɔlˈœʁ/ footballeuse=/futbɔlˈøz/ foot=/fˈut/
basketball=/baskɛtbˈɔl/ basket-ball=/baskɛtbˈɔl/ volley-ball=/vɔlebˈɔl/ handball=/ɑ̃dbˈal/
babyfoot=/babifˈut/ baby-foot=/babifˈut/ baby-sitter=/bebisitˈœʁ/ basket=basquète
rugby=rugbi badminton=/badmintˈɔn/ surf=seurf skate=/skˈɛt/ skateboard=/skɛtbˈɔʁd/ punk=/pˈœnk/
leader=/lidˈœʁ/ dealer=/dilˈœʁ/ manager=/manadʒˈœʁ/ trader=/tʁɛdˈœʁ/ rappeur=rapeur
designer=/dizajnˈœʁ/ design=/dizˈajn/ scooter=/skutˈœʁ/ roller=/ʁɔlˈœʁ/ flyer=/flajˈœʁ/
thriller=/sʁilˈœʁ/ blockbuster=/blɔkbœstˈœʁ/ best-seller=/bɛstselˈœʁ/ teaser=/tizˈœʁ/
speaker=/spikˈœʁ/ hacker=/akˈœʁ/ outsider=aoutsaïdeur challenger=/ʃalɑ̃ʒˈœʁ/ sticker=/stikˈœʁ/
newsletter=/njuzlɛtˈœʁ/ hamburger=/ɑ̃buʁɡˈœʁ/ burger=/bœʁɡˈœʁ/ joker=/ʒɔkˈɛʁ/ poker=/pɔkˈɛʁ/
bunker=/bunkˈɛʁ/ cluster=/klœstˈœʁ/ tuner=/tynˈɛʁ/ bulldozer=/byldozˈɛʁ/ revolver=/ʁevɔlvˈɛʁ/
week-ends=/wikˈɛnd/ business=/biznˈɛs/ businessman=/biznɛsmˈan/ job=/dʒˈɔb/ team=/tˈim/
coach=/kˈotʃ/ coachs=/kˈotʃ/ boss=/bˈɔs/ staff=/stˈaf/ burn-out=/bœʁnˈawt/ burnout=/bœʁnˈawt/
smartphone=/smaʁtfˈɔn/ software=/sɔftwˈɛʁ/ hardware=/aʁdwˈɛʁ/ mail=/mˈɛl/ email=imèl e-mail=imèl
e-mails=imèl emails=imèl spam=/spˈam/ web=/wˈɛb/ wifi=/wifˈi/ cloud=/klˈawd/ bug=/bˈœɡ/
cookie=/kukˈi/ podcast=/pɔdkˈast/ playlist=/plɛlˈist/ hashtag=/aʃtˈaɡ/ blog=/blˈɔɡ/
stream=/stʁˈim/ live=/lˈajv/ show=/ʃˈo/ star=/stˈaʁ/ look=/lˈuk/ cool=/kˈul/ fun=/fˈœn/
people=/pipˈɔl/ jean=/dʒˈin/ jeans=/dʒˈin/ t-shirt=/tiʃˈœʁt/ tee-shirt=/tiʃˈœʁt/ pull=/pˈyl/
sweat=/swˈit/ sweat-shirt=/switʃˈœʁt/ trench=/tʁˈɛnʃ/ boots=/bˈuts/ short=/ʃˈɔʁt/
sandwich=/sɑ̃dwˈitʃ/ sandwichs=/sɑ̃dwˈitʃ/ sandwiches=/sɑ̃dwˈitʃ/ ketchup=/kɛtʃˈœp/ steak=/stˈɛk/
bacon=/bekˈɔn/ toast=/tˈost/ brunch=/bʁˈœnʃ/ lunch=/lˈœnʃ/ cocktail=/kɔktˈɛl/ whisky=ouiski
cake=/kˈɛk/ punch=/pˈɔ̃ʃ/ barbecue=/baʁbəkjˈu/ pizza=/pidzˈa/ brownie=/bʁawnˈi/ mojito=/mɔxitˈo/
tequila=/tekilˈa/ goal=/ɡˈol/ match=/mˈatʃ/ matchs=/mˈatʃ/ matches=/mˈatʃ/ penaltys=pénalti
crash=/kʁˈaʃ/ flash=/flˈaʃ/ trash=/tʁˈaʃ/ rush=/ʁˈœʃ/ stress=/stʁˈɛs/ express=/ɛkspʁˈɛs/
puzzle=/pœzˈœl/ scoop=/skˈup/ squat=/skwˈat/ spot=/spˈɔt/ spray=/spʁˈɛ/ spleen=/splˈin/
trust=/tʁˈœst/ tank=/tˈɑ̃k/ bank=/bˈɑ̃k/ cowboy=/kobˈɔj/ cow-boy=/kobˈɔj/ gentleman=/dʒɛntləmˈan/
barman=/baʁmˈan/ western=ouesterne jazz=/dʒˈaz/ folk=/fˈɔlk/ blues=/blˈuz/ rock=/ʁˈɔk/
country=/kuntʁˈi/ hall=/ˈol/ hit=/ˈit/ hobbies=/ɔbˈi/ grill=/ɡʁˈil/ hot-dog=/ɔtdˈɔɡ/
bungalow=/bœ̃ɡalˈo/
discount=/diskˈunt/ drugstore=/dʁœɡstˈɔʁ/ airbag=airbague laser=/lazˈɛʁ/ scanner=/skanˈɛʁ/
remake=/ʁimˈɛk/ teenager=/tinɛdʒˈœʁ/ superman=/sypɛʁmˈan/ underground=/œndɛʁɡʁˈawnd/
startup=/staʁtˈœp/ start-up=/staʁtˈœp/ crowd=/kʁˈawd/ box=/bˈɔks/ top=/tˈɔp/ off=/ˈɔf/ made=/mˈɛd/
booster=/bustˈe/ boosté=/bustˈe/ skipper=/skipˈœʁ/ kebab=/kebˈab/ sushi=/suʃˈi/ tsunami=/tsunamˈi/
veto=/vetˈo/ credo=/kʁedˈo/ favela=/favelˈa/ alter=altère lynch=/lˈinʃ/ riesling=/ʁislˈiŋ/
timer=/tajmˈœʁ/ fuel=/fjˈul/ ferries=féri gospel=/ɡɔspˈɛl/ cheddar=/ʃedˈaʁ/
chips=/ʃˈips/ roots=/ʁˈuts/ zoom=/zˈum/ handicap=/ɑ̃dikˈap/ bluff=/blˈœf/ cutter=/kytˈɛʁ/
pop-corn=/pɔpkˈɔʁn/ popcorn=/pɔpkˈɔʁn/ milk-shake=/milkʃˈɛk/ cheesecake=/tʃizkˈɛk/ suspense=suspinse
Facebook=/fɛsbˈuk/ Google=/ɡuɡˈœl/ YouTube=/jutˈub/ Twitter=/twitˈœʁ/ WhatsApp=/watsˈap/
Instagram=Instagrame Netflix=/nɛtflˈiks/ Windows=/windˈoz/ Microsoft=/mikʁosˈɔft/ iPhone=aïfone
iPad=aïpad Amazon=Amazone Uber=Ubère Ikea=Ikéa Nike=/nˈajk/ Skype=/skˈajp/ Airbnb=airbièneubi
Spotify=/spotifˈaj/ TikTok=/tiktˈɔk/ Nintendo=/nintɛndˈo/ Xbox=/iksbˈɔks/ Volkswagen=/vɔlksvaɡˈɛn/
Washington=/waʃiŋtˈɔn/ Hollywood=/ɔliwˈud/ Manchester=/mɑ̃tʃɛstˈɛʁ/ Liverpool=/livɛʁpˈul/
Boston=/bɔstˈɔn/ Oxford=Oxforde Cambridge=/kɑ̃bʁˈidʒ/ York=/jˈɔʁk/ Houston=Youstone
Brooklyn=/bʁuklˈin/ Broadway=/bʁodwˈɛ/ Seattle=/siatˈœl/ Vancouver=/vɑ̃kuvˈɛʁ/
Wimbledon=/wimbledˈɔn/
Wellington=/weliŋtˈɔn/ Waterloo=/watɛʁlˈo/ Disneyland=/diznɛlˈɑ̃d/ Halloween=Aloouine
Shakespeare=/ʃɛkspˈiʁ/ Churchill=/tʃœʁtʃˈil/ Trump=/tʁˈœmp/ Clinton=/klintˈɔn/ Bush=/bˈuʃ/
Roosevelt=/ʁuzvˈɛlt/ Lincoln=/liŋkˈɔln/ Newton=/njutˈɔn/ Kennedy=/kenedˈi/ Sarkozy=/saʁkozˈi/
Beethoven=/betɔvˈɛn/ Einstein=aïnchtaïne Wagner=/vaɡnˈɛʁ/ Walt=/wˈalt/ Disney=/diznˈɛ/
John=/dʒˈɔn/ James=/dʒˈɛms/ Peter=/pitˈœʁ/ Michael=/majkˈœl/ Mike=/mˈajk/ Steve=/stˈiv/
William=/wiljˈam/ Williams=/wiljˈams/ Kevin=/kevˈin/ Kévin=/kevˈin/ Jack=/dʒˈak/ Jim=/dʒˈim/
Joe=/dʒˈo/ Jennifer=/dʒenifˈœʁ/ Jessica=/dʒesikˈa/ Johnny=/dʒɔnˈi/ Bill=/bˈil/ Tom=/tˈɔm/
Brian=/bʁajˈan/
Tony=/tonˈi/ Harry=ari Henry=anri Smith=/smˈis/ Johnson=/dʒɔnsˈɔn/ Jackson=/dʒaksˈɔn/ Scott=/skˈɔt/
Wilson=/wilsˈɔn/ Walter=/waltˈɛʁ/ Edward=édouarde Andrew=androu Jordan=/ʒɔʁdˈan/ Morgan=/mɔʁɡˈan/
Dylan=/dilˈan/ Diego=/djeɡˈo/ Pedro=/pedʁˈo/ Juan=/ʁwˈan/ Valls=/vˈals/ Charlie=/ʃaʁlˈi/
Jimmy=/dʒimˈi/ Cindy=/sindˈi/ Enzo=énezo Mohamed=/moamˈɛd/ Mohammed=/moamˈɛd/ Bob=/bˈɔb/
"""

# Verbs of the third person plural that espeak-ng takes for nouns in -ent.
_VERBS = """
décident roulent nomment coulent consomment démarrent reculent manipulent enferment
isolent rigolent déroulent stimulent barrent formulent sèment consolent dissimulent envolent
postulent accumulent écoulent innovent programment régulent simulent redémarrent cumulent
écroulent dégénérent articulent spéculent saoulent dépriment foulent véhiculent bricolent
renomment refoulent cambriolent survolent épaulent modulent gomment germent découlent assomment
affolent enroulent picolent capitulent chamboulent désolent reformulent déambulent renferment
déboulent immolent éjaculent intitulent jugulent amarrent extrapolent surestiment surnomment
accolent boulent dégringolent embrayent narrent moulent gaulent bagarrent copulent gesticulent
croulent immatriculent stipulent récapitulent cajolent inoculent dénomment miaulent rembarrent
ondulent fignolent racolent batifolent coagulent étiolent roucoulent rafistolent susurrent
adulent pullulent caracolent colorient raffolent triangulent impriment suppriment annulent imposent
circulent calculent hurlent brûlent basculent bousculent enflamment referment gémissent
culminent miment rament enterrent serrent errent ferrent carrent démoulent défoulent contrecarrent
affabulent fabulent désarticulent maculent émanent déprogramment reprogramment tangent
volent isolent imposent réimposent déposent comportent résument assument consument exhument
couronnent trament pâment clament déclament acclament bouclent réaniment aniquilent
"""


@cache
def respelled() -> dict[str, str]:
    """Every written form, and its reading."""
    found: dict[str, str] = {"héroïnes": "éroïnes", "Orly": "Orli", "cheville": "/ʃəvˈij/",
                             "chevilles": "/ʃəvˈij/", "quatre-vingts": "80",
                             "joues": "joue", "roues": "roue"}  # fmt: skip
    for entry in (_RESPELLED + _FOREIGN).split():
        word, said = entry.split("=")
        found.setdefault(word, said)
        if word[-1] not in "szx" and word + "s" not in found:
            found[word + "s"] = said
    for verb in _VERBS.split():
        found.setdefault(verb, verb[:-3] + "e")
    for number, digits in _EIGHTIES.items():
        found.setdefault(number, digits)
    forms = dict(found)
    for word, said in found.items():
        forms.setdefault(word[0].upper() + word[1:], said)
        forms.setdefault(word.upper(), said if said[0] == "/" else said.upper())
    return {form: said for form, said in forms.items() if form not in _NAMES}


_NAMES = frozenset(
    {"Jean", "JEAN", "Dos", "Live"}
)  # otherwise than the same words in small letters
_TENS = (
    "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
# In words, espeak-ng sounds the t of "vingt".
_EIGHTIES = {f"quatre-vingt-{said}": str(80 + n) for n, said in enumerate(_TENS) if said}
