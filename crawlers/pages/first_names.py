"""First names met in the Netherlands, so that a person is told from a company.

Written down from general knowledge, for recognising only; no list is complete.
"""

NAMES = """
aad aafke aaltje aart abdel abdellah abdul abel achmed ada adam adinda adri adriaan
adriana adriano agnes agnieszka ahmad ahmed aicha aileen aimee aisha albert alberto alex
alexander alexandra alexia ali alice alicia alida alie aline alisha alma alwin alyssa
amal amanda amber amelie amir amira amy ana andre andrea andreas andrei andries andrzej
andy angela angelica angelique anil anique anita anja anke ankie ann anna annabel anne
anneke annelieke annelien annelies anneloes annemarie annemarijn annemiek annemieke
annet annette annick annie anniek annika anouk anouschka ans anthony antje antoine anton
antonia antonio antoon anwar arend arendina ari arian ariane arie arjan arjen arlette
armand arne arno arnold arnoud arthur arwin asha ashley astrid atie aukje ayaan ayla
aylin ayoub ayse aziz babette badr barbara baris bart bas bastiaan beata beatrijs beau
beertje bella ben benjamin bennie benno benthe berber berend bernadette bernard bert
bertha berthold bertus beth betty bianca bibi bilal birgit bjarne bjorn björn bo bob
bonnie boris boudewijn boukje brahim bram brandon brechje brecht brenda brent brian
brigitte britt bruno bryan burak burcu calvin camiel camilla carel carien carin carina
carla carlijn carlo carlos carmen carola carolien carolina caroline casper catharina
catherine catrien cecile cees cemil chahid chantal charles charlie charlotte chayenne
chelsea cheryl chloe chris christa christel christiaan christian christien christina
christine christof christoffel christy ciska claire clara claudia clemens coby coen
coert colin conny constant cor cora corien corina corinne corneel cornelia cornelis
corné corrie corry cristina cynthia daan dagmar dalila damian damien dana daniel
danielle danique danny daphne david davy dean debbie debby deborah deirdre demi denise
dennis derk desi desiree desirée devin dewi diana diane dianne dick dico diederik diego
dieke dieuwertje dilan dimitri dina dineke dinie dion dirk dirkje djamila djoeke dominic
dominique donna donny dora doreen dorieke dorien dorine doris dorota dorothea douwe duco
durk dylan dyon eddie eddy edgar edith edo eduard edward edwin eefje eefke eelco eelke
elena eleonora elfi elham eli elianne elias elif elina eline elisa elisabeth elise eliza
elizabeth elke ella ellen ellie ellis elly elma elmer els elsa elsbeth elsje elske
elvira elyse emel emiel emile emilia emilie emily emine emma emmy emre enrico enzo eric
erica erik erika erna ernst ertan erwin esmee esmeralda esra esther etienne eugene eva
evelien eveline evelyn everdien evert evi evita ewa ewoud fabian fabiola fadi faisal
famke fanny farah farid fatih fatiha fatima fatma faye feline felix femke fenna fenne
ferdi ferdinand ferry fieke fien fiep filip fiona fleur fleurtje floor floortje flora
florian floris fons fouad fouzia frances francien francine francis francisca franciska
frank franka frans frans-jan fred freddy frederieke frederik frederique freek freya
frida friso frits froukje gabi gabriel gabriela gabriella gaby geert geertje geertruida
geesje geja gemma george gerald gerard gerardus gerben gerco gerda gerdien gerhard
gerjan gerko gerlinde germa gerrie gerrit gerrit-jan gerry gert gert-jan gertie gertjan
gertrude gerwin gianni gideon gijs gijsbert gillian gina giovanni gisela gitta giuseppe
gonda gonnie gonny gosse grace greet greetje greta grietje guido guus gwen gwendolyn
habib hakan halil halima hamid hamza hanan hanna hannah hanneke hannie hans hans-peter
hansje harald harm harma harold harrie harriet harry hassan hatice heiko heleen helen
helena helene helga helma hendrik hendrika hendrikje henk henk-jan henkjan hennie henny
henri henriette henrik henrike henry herbert herma herman hermien hermine hessel hester
hetty hicham hidde hilda hilde hilke hille hubert hugo huib huibert humphrey huseyin
hussein ian ibrahim ida ide iekje ietje ihsan ike ilja ilona ilse ilya imad iman imane
imke imran ina ineke ines inge ingeborg ingrid inke irena irene irina iris irma isa
isaac isabel isabella isabelle ismael ismail ivan ivana ivar ivo ivon ivonne ivy iwan
iza jaap jaap-jan jacco jack jackie jaco jacob jacoba jacobien jacobus jacolien
jacqueline jacques jaimy jakob jamal james jamila jan jan-dirk jan-peter jan-willem jana
jane janet janice janien janine janneke jannes jannet jannetje jannie janny janou janske
jantien jantine jantje janusz jara jarno jaromir jasmijn jasmin jasmina jasper jay
jayden jaïr jeanet jeanette jeanine jeannette jef jeff jeffrey jelena jelger jelle
jelmer jelske jen jenneke jennifer jenny jens jente jeremy jerney jeroen jerome jerry
jesper jesse jessica jessie jet jette jetty jill jim jimmy jip jitske jo joan joana
joanna joanne jochem jochen jody joe joeke joep joeri joey johan johanna johannes john
johnny johny jolanda jolande jolanta jolien jolijn joline jolyn jonas jonathan joni
jonna jonne joop joos joost joppe jordan jordi jordy joren jori jorien jorik jorinde
joris jorn jorne jorrit jos jose josefien joseph josephine josha joshua josien josine
joska josta josé jouke jovanna joy joyce juan judith jules julia julian juliana julie
julien juliet juliette julius jurgen jurjen jurre jurriaan justin justine justyna kaan
kaat kai kamal karel karen karien karim karima karin karina karlien karlijn karolien
karolina kas kasia kasper katarzyna kate kathelijne kathleen kathy katia katinka katja
katrien katrijn kay kees kees-jan kelly kemal ken kenan kenneth kers kevin khadija
khalid kiki kim kimberley kimberly kirsten kirsty kitty klaartje klaas klaas-jan klara
koen koenraad koert koos kor kris krista kristel kristian kristien kristina kristine
krystyna krzysztof kubra kyra lana lara larissa lars latifa laura lauren laurens laurent
laurie lea leah leen leendert leila lenie lenka lennard lennart lenneke lenny leo leon
leona leonard leoni leonie leonoor leontien lesley leslie levi lex leyla lia liam lian
liana lianne lida lidia lidwien lidy lie liedeke lieke lien lies liesbeth lieselot
lieselotte liesje liesl lieve lilian liliane lilly lily lina linda linde lindsay lindsey
linette linsey lisa lisanne lisbeth lise liselot liselotte liset lisette lissa livia liz
liza lizanne lizet lizette lizzy lobke lode lodewijk loek loes lois lonneke lorena
lorenzo loretta lot lotte lottie lou loubna louis louisa louise lourens luc luca lucas
lucia lucie lucien lucy ludo luisa luka lukas lukasz lukie luna luuk luus lydia lynn
lysanne maaike maarten maartje maciej mada madeleine madelief madelon magda magdalena
mahmoud maik maikel maja malgorzata malika malou manal mandy manfred manon manouk manuel
manuela mara marc marcel marcella marcelle marcia marcin marco marcus mareike marek
margaret margarita margit margje margo margot margreet margret margriet marguerite maria
mariam marian mariana marianne maribel marie marie-josé mariek marieke mariele mariella
marielle marielouise mariet mariette marije marijke marijn marijne marika marike marilyn
marin marina marine marinka marinus mario marion maris mariska marissa marit marith
mariël mariëlle marja marjan marjanne marje marjoke marjolein marjoleine marjolijn
marjon marjorie marjut mark marko markus marleen marlene marlieke marlies marlijn marlin
marlinda marloes marlon marlot marlou marnix maroeska marrit marry mart marta martha
marthe martien martijn martin martina martine martinus marvin mary maryam maryse mascha
masja mathijs mathilde matteo matthew matthias matthijs maud maureen maurice maurits max
maxim maxime maximiliaan maya mayke mechteld mees meike meindert melanie melek melina
melissa melle melvin menno mercedes merel merijn merlijn merve meryem mette mia michael
michaela michal michel michelle michiel mick mickey mieke miep mies mihai mika mike mila
milan milena milo milou mimoun mina minke mira miranda miriam mirjam mirjana mirre mirte
mirthe mischa mitch mitchell moes mohamed mohammed mona monica moniek monika monique
morris mounir mourad moustafa muhammed murat mustafa myra myriam myrna myrthe nabil
nadia nadieh nadien nadine nadira najat najib nancy naomi nard narda nasira natalia
natalie natascha natasja nathalie nathan navin nazan nebahat neeltje nel nella nelleke
nelly nick nicky nico nicola nicolaas nicole nicolette nicolien nicoline nicolle nida
niek niels nienke nihat niki nikita nikki nikky nima nina ninke noa noah noor noortje
nora nordin noud nour noura noël noëlle nynke oana odette olaf oleg olga olivia olivier
omar onno orlando oscar oskar osman otto oussama ozgur ozlem pablo pamela paola paolo
pascal pascale patricia patrick patryk paul paula paulien paulina pauline paulus pawel
pedro peggy pelle peter peter-paul petra petronella petrus phil philip philippe pia pien
pier pierre piet pieter pieter-jan pieternel pietje pim piotr pjotr pleun pleuni puck
quincy quinten quirijn rachel rachid rachida radboud rafael rafal raisa ralf ralph
ramazan ramon ramona randy ranjit raquel rashid raymond rebecca rebekka redouan regina
reina reinder reinier reinout reint rekha rembrandt remco remi remko remon remy renate
renee renske rené renée resi reza ria rian rianne ricardo richard richelle rick ricky
rico rie riek riekje rien rieneke riet rietje rik rik-jan rikkert rimke rina rini rinie
rinske rinus rita ritchie ritske rivka rob robbert robert robert-jan roberta roberto
robin robyn roché roderick rodger rodney roel roeland roelfina roelie roelof rogier
roland rolf romain romana romy ron ronald ronja ronnie ronny roos roosje rory rosa
rosalie rosalinde rosan rosanne rose roselie rosemarie rosita rowan rowdy rowena roxanne
roy ruben rudi rudie rudolf rudy rutger ruth ruud ryan saar saartje sabina sabine
sabrina safae said salih salim salima sally salma sam samantha samia samir samira samuel
sanae sandeep sander sandra sanja sanna sanne sara sarah sarina sarita sascha saskia
saul savannah saïd sean sebastiaan sebastian selim selin selina selma serap serge sergio
serkan seval severine sevim shakira shamira shana shanna shannon sharda sharon shauni
sheila shelly sherida sherley shirley sibel siebe sief siem sien siena sietse sietske
sigrid silke silvana silvia simon simona simone sipke sita sjaak sjaan sjanie sjef
sjoerd sjors sjouke sjoukje sofia sofie solange sonay songul sonja sophia sophie soraya
souad soufiane stan stefan stefanie steffen steffie stella sten stephan stephanie
stephen steven stien stijn stina suat sue suleyman sunita susan susanna susanne suus
suzan suzanna suzanne suze sven svenja swaantje sybe sybren sylvester sylvia sylvie
sylwia sytske taco tamar tamara tamas tania tanja tanya tara tarik tatiana tatjana ted
teddy tess tessa tessel teun teunis teuntje thea theo theodoor thera theresa therese
thessa thibault thierry thijmen thijs thirza thom thomas thymen tiago tialda tibor tieme
tiemen tiffany tijl tijmen tijs tim timo timon tina tineke tinie tinka tirza titia titus
tjalling tjarda tjark tjeerd tjitske tobi tobias toine tom tomas tomasz tommy ton tonia
tonnie tonny tony toon toos tosca tracy trees treesje trijntje trix trudie trudy truus
tugba tuur twan ulrike ursula uwe vahid valentijn valentina valeria valerie vanessa
veerle vera verena vernon veronica veronique vicky victor victoria vincent viola violet
vita vivian viviane vivianne vivienne volkan wahid walter wanda warner wendela wendelien
wendy werner wesley wessel wichert wieb wiebe wiebke wieger wieke wieneke wieske wieteke
wietse wijnand wil wilco wilfred wilhelmina willem willem-jan willemien willemijn
willemina william willianne willie willy wilma wim wim-jan winnie wisse wojciech wolter
wout wouter wubbo xander xandra xavier yara yasemin yasin yasmin yasmina yasmine yassin
yassine yde yfke ylse yolanda youri youssef ysbrand yuri yusuf yvette yvo yvon yvonne
zakaria zara zeger zehra zeynep ziggy zita zoe zohra zouhair zoë zuzanna
"""
FIRST_NAMES = frozenset(NAMES.split())
