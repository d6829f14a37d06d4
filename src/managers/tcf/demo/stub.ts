import stub from "@iabtechlabtcf/stub";

stub();
