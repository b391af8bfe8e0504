BEGIN TRANSACTION;
CREATE TABLE ballots (
	"key" INTEGER NOT NULL, 
	trial VARCHAR(32) NOT NULL, 
	choice VARCHAR(8) NOT NULL, 
	strength INTEGER NOT NULL, 
	scores JSON NOT NULL, 
	heard_seconds JSON NOT NULL, 
	plays JSON NOT NULL, 
	reason TEXT NOT NULL, 
	address VARCHAR(16) NOT NULL, 
	"cast" DATETIME NOT NULL, 
	PRIMARY KEY ("key"), 
	UNIQUE (trial), 
	FOREIGN KEY(trial) REFERENCES trials (token)
);
INSERT INTO "ballots" VALUES(1,'released-trial','A',0,'{}','{"A": 2.5, "B": 2.6}','{"A": 1, "B": 2}','','0000000000000000','2026-11-27 05:27:28.200456');
CREATE TABLE contestants (
	id VARCHAR(16) NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	recipe JSON NOT NULL, 
	created DATETIME NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "contestants" VALUES('d6aed7e55a230ca5','voice','Heart','{"formula": "af_heart", "sha256": "d583ccff3cdca2f7fae535cb998ac07e9fcb90f09737b9a41fa2734ec44a8f0b", "speed": 1.0, "seed": 0}','2026-11-27 05:27:28.133846');
INSERT INTO "contestants" VALUES('c218136d31021207','voice','Emma','{"formula": "bf_emma", "sha256": "669fe0647f9dd04fcab92f1439a40eeb4c8b4ab1f82e4996fe3d918ce4a63b73", "speed": 1.0, "seed": 0}','2026-11-27 05:27:28.135332');
CREATE TABLE listening_secret (
	id INTEGER NOT NULL, 
	value VARCHAR(64) NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "listening_secret" VALUES(1,'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f');
CREATE TABLE sessions (
	id VARCHAR(32) NOT NULL, 
	listener VARCHAR(64) NOT NULL, 
	setup JSON NOT NULL, 
	"plan" JSON NOT NULL, 
	created DATETIME NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "sessions" VALUES('h8LuCyZqC-VlVT4DiOZVx2iF','anon:000000000000000000000000','{"kind": "ab", "contestants": ["d6aed7e55a230ca5", "c218136d31021207"], "texts": [{"text": "The birch canoe slid on the smooth planks.", "sentence": ""}], "language": "a", "trials": 4, "question": "Which do you prefer?", "tie": true, "strength": false, "hide_text": false, "training": false}','[{"part": "rated", "contestants": ["d6aed7e55a230ca5", "c218136d31021207"], "text": "The birch canoe slid on the smooth planks.", "sentence": "", "answer": "", "probability": 1.0}]','2026-11-27 05:27:28.150449');
CREATE TABLE stimuli (
	"key" INTEGER NOT NULL, 
	id VARCHAR(16) NOT NULL, 
	contestant VARCHAR(16) NOT NULL, 
	text TEXT NOT NULL, 
	language VARCHAR(1) NOT NULL, 
	seed BIGINT NOT NULL, 
	rate INTEGER NOT NULL, 
	seconds FLOAT NOT NULL, 
	lufs FLOAT NOT NULL, 
	method VARCHAR(40) NOT NULL, 
	true_peak_dbtp FLOAT NOT NULL, 
	ungated_lufs FLOAT NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	manifest JSON NOT NULL, 
	created DATETIME NOT NULL, 
	PRIMARY KEY ("key"), 
	UNIQUE (id, sha256)
);
INSERT INTO "stimuli" VALUES(1,'0123456789abcdef','d6aed7e55a230ca5','The birch canoe slid on the smooth planks.','a',0,24000,2.5,-20.5,'BS.1770-5',-1.25,-21.0,'abababababababababababababababababababababababababababababababab','{"format": "kokoro-studio-stimulus/1", "text": "The birch canoe slid on the smooth planks."}','2026-11-27 05:27:28.177921');
CREATE TABLE studio (
	schema INTEGER NOT NULL
);
INSERT INTO "studio" VALUES(1);
CREATE TABLE trials (
	token VARCHAR(32) NOT NULL, 
	session VARCHAR(32) NOT NULL, 
	listener VARCHAR(64) NOT NULL, 
	kind VARCHAR(8) NOT NULL, 
	part VARCHAR(8) NOT NULL, 
	number INTEGER NOT NULL, 
	sides JSON NOT NULL, 
	text TEXT NOT NULL, 
	language VARCHAR(1) NOT NULL, 
	answer VARCHAR(2) NOT NULL, 
	sentence VARCHAR(40) NOT NULL, 
	probability FLOAT NOT NULL, 
	issued DATETIME NOT NULL, 
	expires DATETIME NOT NULL, 
	PRIMARY KEY (token)
);
INSERT INTO "trials" VALUES('released-trial','h8LuCyZqC-VlVT4DiOZVx2iF','anon:000000000000000000000000','ab','rated',1,'[{"label": "A", "contestant": "d6aed7e55a230ca5", "stimulus": "0123456789abcdef", "sha256": "abababababababababababababababababababababababababababababababab", "gain_db": -1.5, "seed": 7, "unlock_seconds": 2.5}, {"label": "B", "contestant": "c218136d31021207", "stimulus": "0123456789abcdef", "sha256": "abababababababababababababababababababababababababababababababab", "gain_db": -1.5, "seed": 7, "unlock_seconds": 2.5}]','The birch canoe slid on the smooth planks.','a','','',1.0,'2026-11-27 05:27:28.197390','2026-11-27 05:57:28.197401');
CREATE TABLE voices (
	"key" INTEGER NOT NULL, 
	id VARCHAR(64) NOT NULL, 
	live_id VARCHAR(64), 
	name VARCHAR(40) NOT NULL, 
	language VARCHAR(1) NOT NULL, 
	gender VARCHAR(8) NOT NULL, 
	traits VARCHAR(200) NOT NULL, 
	licence VARCHAR(200) NOT NULL, 
	formula TEXT NOT NULL, 
	parents JSON NOT NULL, 
	source VARCHAR(8) NOT NULL, 
	notes TEXT NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	pack BLOB NOT NULL, 
	created DATETIME NOT NULL, 
	changed DATETIME NOT NULL, 
	deleted DATETIME, 
	PRIMARY KEY ("key"), 
	UNIQUE (live_id)
);
INSERT INTO "voices" VALUES(1,'af_dusk',NULL,'Dusk','a','female','of Heart and Emma','Apache-2.0','af_heart*0.6 + bf_emma*0.4','[["af_heart", "d583ccff3cdca2f7fae535cb998ac07e9fcb90f09737b9a41fa2734ec44a8f0b"], ["bf_emma", "669fe0647f9dd04fcab92f1439a40eeb4c8b4ab1f82e4996fe3d918ce4a63b73"]]','mix','zum Vorlesen 🌙','e6b5e274ce500e2a412af9e9277cc71db8586dbe4f167260a53b0efb898aa56e',zeroblob(522240),'2026-11-27 05:27:27.872769','2026-11-27 05:27:27.872769','2026-11-27 05:27:28.111676');
INSERT INTO "voices" VALUES(2,'af_dawn','af_dawn','Dawn','a','female','of Heart and Emma','Apache-2.0','af_heart*0.6 + bf_emma*0.4','[["af_heart", "d583ccff3cdca2f7fae535cb998ac07e9fcb90f09737b9a41fa2734ec44a8f0b"], ["bf_emma", "669fe0647f9dd04fcab92f1439a40eeb4c8b4ab1f82e4996fe3d918ce4a63b73"]]','mix','zum Vorlesen 🌙','e6b5e274ce500e2a412af9e9277cc71db8586dbe4f167260a53b0efb898aa56e',zeroblob(522240),'2026-11-27 05:27:28.080974','2026-11-27 05:27:28.080974',NULL);
CREATE INDEX ix_sessions_listener ON sessions (listener);
CREATE INDEX ix_stimuli_id ON stimuli (id);
CREATE INDEX ix_trials_listener ON trials (listener);
CREATE INDEX ix_trials_kind ON trials (kind);
CREATE INDEX ix_trials_session ON trials (session);
COMMIT;
